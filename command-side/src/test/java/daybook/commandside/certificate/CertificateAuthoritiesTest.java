// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.Story;
import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityCreated;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.CreateAuthority;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
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
}
