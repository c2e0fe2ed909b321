// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateDeleted;
import daybook.domain.push.PushCertificateEvent.PushCertificateKeyCreated;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.CompletePushCertificate;
import daybook.domain.push.PushCertificateIntent.CreatePushCertificateKey;
import daybook.domain.push.PushCertificateIntent.DeletePushCertificate;
import daybook.domain.push.PushCertificateIntent.DescribePushCertificates;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushCertificateIntent.RenewPushCertificateKey;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * All push certificates, and the keys that wait for theirs; names and topics are unique, and a
 * topic never changes.
 */
public class PushCertificates extends EventSourced {
  private PushCertificateRecords records = new PushCertificateRecords();

  protected PushCertificates() {}

  public PushCertificates(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<PushCertificate>> handle(ListPushCertificates intent) {
    return Outcome.accepted(records.certificates());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<PushCertificateState>> handle(DescribePushCertificates intent) {
    return Outcome.accepted(records.all());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CreatePushCertificateKey intent) {
    PushCertificateState present = records.find(intent.number());
    if (present != null && intent.key().equals(present.waiting())) {
      return Outcome.accepted();
    }
    if (records.hasName(intent.name(), intent.number())) {
      return Outcome.refused(Refusal.NAME_TAKEN, intent.name());
    }
    record(created(intent.number(), intent.name(), intent.key()), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<PushCertificateKey> handle(RenewPushCertificateKey intent) {
    PushCertificateState present = records.find(intent.number());
    if (present == null) {
      return unknown(intent.number());
    }
    if (present.waiting() != null) {
      return Outcome.accepted(present.waiting());
    }
    record(created(present.number(), present.name(), intent.key()), intent.now());
    return Outcome.accepted(intent.key());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AddPushCertificate intent) {
    PushCertificate added = intent.certificate();
    if (records.certificates().contains(added)) {
      return Outcome.accepted();
    }
    Optional<Refusal> taken = taken(added);
    if (taken.isPresent()) {
      return Outcome.refused(taken.get(), added.name());
    }
    record(new PushCertificateAdded(added), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<String>> handle(CompletePushCertificate intent) {
    PushCertificate next = intent.certificate();
    PushCertificateState present = records.find(next.number());
    if (present == null) {
      return unknown(next.number());
    }
    if (next.equals(present.certificate())) {
      return Outcome.accepted(List.of());
    }
    if (present.waiting() == null || !present.waiting().keyId().equals(next.keyId())) {
      return Outcome.refused(Refusal.KEY_NOT_WAITING, "no key waits under " + next.number());
    }
    return take(present, next, intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<String>> handle(ReplacePushCertificate intent) {
    PushCertificate next = intent.certificate();
    PushCertificateState present = records.find(next.number());
    if (present == null) {
      return unknown(next.number());
    }
    return next.equals(present.certificate())
        ? Outcome.accepted(List.of())
        : take(present, next, intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<String>> handle(DeletePushCertificate intent) {
    PushCertificateState present = records.find(intent.number());
    if (present == null) {
      return unknown(intent.number());
    }
    PushCertificate certificate = present.certificate();
    List<String> unused = keyIds(present);
    record(
        new PushCertificateDeleted(
            present.number(),
            present.name(),
            certificate == null ? null : certificate.topic(),
            unused),
        intent.now());
    return Outcome.accepted(unused);
  }

  /** The first certificate under a number, or the next. */
  private Outcome<List<String>> take(
      PushCertificateState present, PushCertificate next, Instant now) {
    PushCertificate former = present.certificate();
    if (former != null && !former.topic().equals(next.topic())) {
      return Outcome.refused(Refusal.TOPIC_CHANGED, former.topic());
    }
    Optional<Refusal> taken = taken(next);
    if (taken.isPresent()) {
      return Outcome.refused(taken.get(), next.name());
    }
    List<String> unused =
        keyIds(present).stream().filter(keyId -> !keyId.equals(next.keyId())).toList();
    record(
        former == null
            ? new PushCertificateAdded(next)
            : new PushCertificateReplaced(next, former.keyId()),
        now);
    return Outcome.accepted(unused);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof PushCertificateKeyCreated it) {
      records.keyCreated(
          it.number(), it.name(), new PushCertificateKey(it.keyId(), it.request()), time);
    } else if (event instanceof PushCertificateAdded it) {
      records.added(it.certificate(), time);
    } else if (event instanceof PushCertificateReplaced it) {
      records.replaced(it.certificate(), time);
    } else if (event instanceof PushCertificateDeleted it) {
      records.deleted(it.number());
    }
  }

  /** What of it another one has already. */
  private Optional<Refusal> taken(PushCertificate wanted) {
    if (records.hasName(wanted.name(), wanted.number())) {
      return Optional.of(Refusal.NAME_TAKEN);
    }
    return records.hasTopic(wanted.topic(), wanted.number())
        ? Optional.of(Refusal.TOPIC_TAKEN)
        : Optional.empty();
  }

  private static PushCertificateKeyCreated created(
      long number, String name, PushCertificateKey key) {
    return new PushCertificateKeyCreated(number, name, key.keyId(), key.request());
  }

  private static List<String> keyIds(PushCertificateState state) {
    return Stream.of(
            state.certificate() == null ? null : state.certificate().keyId(),
            state.waiting() == null ? null : state.waiting().keyId())
        .filter(Objects::nonNull)
        .toList();
  }

  private static <R> Outcome<R> unknown(long number) {
    return Outcome.refused(Refusal.UNKNOWN, "there is no push certificate " + number);
  }
}
