// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.Story;
import daybook.domain.Intent;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** The authorities that Daybook runs, oldest first. */
class CertificateAuthoritiesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Authority FIRST = new Authority("CN=1", "MIIB", "key1", NOW, NOW);
  private static final Authority SECOND = new Authority("CN=2", "MIIC", "key2", NOW, NOW);

  private final Story<CertificateAuthorities> story = Story.of(CertificateAuthorities.class);

  @Test
  void anAuthorityIsCreatedOnce() {
    story
        .when(new CreateAuthority(NOW, FIRST))
        .records(new CertificateAuthorityCreated(FIRST))
        .accepted();
    Story.of(CertificateAuthorities.class)
        .given(new CreateAuthority(NOW, FIRST))
        .when(new CreateAuthority(NOW, FIRST))
        .recordsNothing()
        .accepted();
  }

  @Test
  void theNewestIsTheLastOfTheList() {
    story
        .given(new CreateAuthority(NOW, FIRST), new CreateAuthority(NOW, SECOND))
        .when(new ListAuthorities(NOW))
        .answers(List.of(FIRST, SECOND));
  }

  @Test
  void aRetiredOneIsTrustedNoMoreAndStaysKnown() {
    story
        .given(new CreateAuthority(NOW, FIRST), new CreateAuthority(NOW, SECOND))
        .when(new RetireAuthority(NOW, "key1"))
        .records(new CertificateAuthorityRetired("key1", "CN=1"))
        .accepted();
    both(new RetireAuthority(NOW, "key1")).when(new ListAuthorities(NOW)).answers(List.of(SECOND));
    both(new RetireAuthority(NOW, "key1"))
        .when(new DescribeAuthorities(NOW))
        .answers(List.of(new AuthorityState(FIRST, NOW), new AuthorityState(SECOND, null)));
    both(new RetireAuthority(NOW, "key1"))
        .when(new RetireAuthority(NOW, "key1"))
        .recordsNothing()
        .accepted();
  }

  @Test
  void theOneThatSignsAndOneThatNobodyKnowsCanNotBeRetired() {
    both().when(new RetireAuthority(NOW, "key2")).recordsNothing().refused(Refusal.IN_USE);
    both().when(new RetireAuthority(NOW, "key3")).recordsNothing().refused(Refusal.UNKNOWN);
  }

  private static Story<CertificateAuthorities> both(Intent<?>... more) {
    return Story.of(CertificateAuthorities.class)
        .given(new CreateAuthority(NOW, FIRST), new CreateAuthority(NOW, SECOND))
        .given(more);
  }
}
