// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityCreated;
import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityRetired;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.AuthorityState;
import daybook.domain.certificate.AuthorityIntent.CreateAuthority;
import daybook.domain.certificate.AuthorityIntent.DescribeAuthorities;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import daybook.domain.certificate.AuthorityIntent.RetireAuthority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The certificate authorities that Daybook runs; the newest signs, all count until retired. */
public class CertificateAuthorities extends EventSourced {
  private List<AuthorityState> authorities = new ArrayList<>();

  protected CertificateAuthorities() {}

  public CertificateAuthorities(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<Authority>> handle(ListAuthorities intent) {
    return Outcome.accepted(
        authorities.stream()
            .filter(AuthorityState::trusted)
            .map(AuthorityState::authority)
            .toList());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<AuthorityState>> handle(DescribeAuthorities intent) {
    return Outcome.accepted(List.copyOf(authorities));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CreateAuthority intent) {
    if (found(intent.authority().keyId()).isEmpty()) {
      record(new CertificateAuthorityCreated(intent.authority()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RetireAuthority intent) {
    AuthorityState state = found(intent.keyId()).orElse(null);
    if (state == null) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no such authority");
    }
    if (state.equals(authorities.get(authorities.size() - 1))) {
      return Outcome.refused(Refusal.IN_USE, "the newest authority signs and can't be retired");
    }
    if (state.trusted()) {
      record(
          new CertificateAuthorityRetired(intent.keyId(), state.authority().subject()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof CertificateAuthorityCreated it) {
      authorities.add(new AuthorityState(it.authority(), null));
    } else if (event instanceof CertificateAuthorityRetired it) {
      authorities.replaceAll(
          each ->
              each.authority().keyId().equals(it.keyId())
                  ? new AuthorityState(each.authority(), time)
                  : each);
    }
  }

  private Optional<AuthorityState> found(String keyId) {
    return authorities.stream().filter(each -> each.authority().keyId().equals(keyId)).findFirst();
  }
}
