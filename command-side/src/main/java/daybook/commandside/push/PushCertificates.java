// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** All push certificates; names and topics are unique, and a topic never changes. */
public class PushCertificates extends EventSourced {
  /** Oldest first. */
  private List<PushCertificate> certificates = new ArrayList<>();

  protected PushCertificates() {}

  public PushCertificates(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<PushCertificate>> handle(ListPushCertificates intent) {
    return Outcome.accepted(List.copyOf(certificates));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AddPushCertificate intent) {
    PushCertificate added = intent.certificate();
    if (certificates.contains(added)) {
      return Outcome.accepted();
    }
    Optional<Refusal> taken = taken(added, certificates);
    if (taken.isPresent()) {
      return Outcome.refused(taken.get(), added.name());
    }
    record(new PushCertificateAdded(added), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ReplacePushCertificate intent) {
    PushCertificate next = intent.certificate();
    PushCertificate present = find(next.number());
    if (present == null) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no push certificate " + next.number());
    }
    if (!present.topic().equals(next.topic())) {
      return Outcome.refused(Refusal.TOPIC_CHANGED, present.topic());
    }
    Optional<Refusal> taken = taken(next, allBut(present));
    if (taken.isPresent()) {
      return Outcome.refused(taken.get(), next.name());
    }
    if (!next.equals(present)) {
      record(new PushCertificateReplaced(next, present.keyId()), intent.now());
    }
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof PushCertificateAdded it) {
      certificates.add(it.certificate());
    } else if (event instanceof PushCertificateReplaced it) {
      long number = it.certificate().number();
      certificates.replaceAll(each -> each.number() == number ? it.certificate() : each);
    }
  }

  private List<PushCertificate> allBut(PushCertificate one) {
    return certificates.stream().filter(it -> it.number() != one.number()).toList();
  }

  private PushCertificate find(long number) {
    return certificates.stream().filter(it -> it.number() == number).findFirst().orElse(null);
  }

  /** What of it another one has already. */
  private static Optional<Refusal> taken(PushCertificate wanted, List<PushCertificate> others) {
    if (others.stream().anyMatch(it -> it.name().equals(wanted.name()))) {
      return Optional.of(Refusal.NAME_TAKEN);
    }
    return others.stream().anyMatch(it -> it.topic().equals(wanted.topic()))
        ? Optional.of(Refusal.TOPIC_TAKEN)
        : Optional.empty();
  }
}
