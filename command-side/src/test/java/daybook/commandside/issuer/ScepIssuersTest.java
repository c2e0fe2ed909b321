// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.commandside.fake.OpenVault;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerAdded;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerChanged;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerRemoved;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.AddScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ChangeScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerIntent.RemoveScepIssuer;
import daybook.domain.issuer.ScepIssuerState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScepIssuersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final Story<ScepIssuers> blank = Story.of(ScepIssuers.class);

  private static ScepIssuer issuer(String id, String name, int version) {
    return new ScepIssuer(
        new ScepIssuerId(id),
        name,
        "",
        version,
        "https://scep.example.com/",
        2048,
        5,
        ScepBackend.STATIC_CHALLENGE,
        null);
  }

  private static AddScepIssuer adds(String id, String name) {
    return new AddScepIssuer(NOW, issuer(id, name, 1));
  }

  @Test
  void anIssuerIsAdded() {
    blank.when(adds("a", "one")).records(new ScepIssuerAdded(issuer("a", "one", 1))).accepted();
  }

  @Test
  void aNameIsTakenOnce() {
    blank.given(adds("a", "one")).when(adds("b", "one")).refused(Refusal.NAME_TAKEN, "one");
  }

  @Test
  void aChangeIsTheNextVersion() {
    blank
        .given(adds("a", "one"), new ChangeScepIssuer(NOW, issuer("a", "two", 1)))
        .when(new ChangeScepIssuer(LATER, issuer("a", "three", 1)))
        .records(new ScepIssuerChanged(issuer("a", "three", 3)))
        .accepted();
  }

  @Test
  void theListTellsWhenAnIssuerWasMadeAndChanged() {
    blank
        .given(adds("a", "one"), new ChangeScepIssuer(LATER, issuer("a", "two", 1)))
        .when(new ListScepIssuers(LATER))
        .answers(List.of(new ScepIssuerState(issuer("a", "two", 2), NOW, LATER)));
  }

  @Test
  void aRemovedIssuerIsGone() {
    blank
        .given(adds("a", "one"))
        .when(new RemoveScepIssuer(LATER, new ScepIssuerId("a")))
        .records(new ScepIssuerRemoved(new ScepIssuerId("a")))
        .accepted();
  }

  @Test
  void whatIsNotThereCanNeitherBeChangedNorRemoved() {
    blank.when(new ChangeScepIssuer(NOW, issuer("a", "one", 1))).refused(Refusal.UNKNOWN);
    blank.when(new RemoveScepIssuer(NOW, new ScepIssuerId("a"))).refused(Refusal.UNKNOWN);
  }

  @Test
  void settingsAreOpenedByTheEventThatBroughtThem() {
    IssuerSettings settings = new IssuerSettings(new OpenVault());
    for (int version : List.of(1, 2)) {
      ScepIssuer bare = issuer("a", "one", version);
      ScepIssuer sealed =
          new ScepIssuer(
              bare.id(),
              bare.name(),
              bare.description(),
              version,
              bare.url(),
              bare.keySize(),
              bare.keyUsage(),
              bare.backend(),
              settings.seal(Map.of("challenge", "s3cret"), bare.sealedFor()));

      assertThat(settings.staticChallenge(sealed)).contains("s3cret");
      assertThat(sealed.settings().toString()).doesNotContain("s3cret");
    }
  }
}
