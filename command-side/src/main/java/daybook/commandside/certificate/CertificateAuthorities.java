// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityCreated;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.CreateAuthority;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The certificate authorities that Daybook runs; the newest signs. */
public class CertificateAuthorities extends EventSourced {
  private List<Authority> authorities = new ArrayList<>();

  protected CertificateAuthorities() {}

  public CertificateAuthorities(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<Authority>> handle(ListAuthorities intent) {
    return Outcome.accepted(List.copyOf(authorities));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CreateAuthority intent) {
    if (!authorities.contains(intent.authority())) {
      record(new CertificateAuthorityCreated(intent.authority()), intent.now());
    }
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof CertificateAuthorityCreated it) {
      authorities.add(it.authority());
    }
  }
}
