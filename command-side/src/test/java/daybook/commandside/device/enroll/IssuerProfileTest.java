// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.issuer.IssuerSettings;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.session.SessionName;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerState;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.SessionState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The profile of a configuration whose devices get their identities elsewhere. */
class IssuerProfileTest {
  private static final ScepIssuerId ISSUER =
      new ScepIssuerId("fa1538a4-b93d-4b5b-96bf-1faf52dd957a");
  private static final String UNSIGNED = "?signed=false";

  private final EnrollServer server = new EnrollServer();

  @BeforeEach
  void name() {
    issuer(Map.of("challenge", "known to all"), 0);
    ConfigurationDetails details =
        new ConfigurationDetails(
            "all", "Example Ltd", ISSUER, null, null, null, null, null, null, null);
    server.seams.configuration = server.seams.configuration.with(details);
  }

  private void issuer(Map<String, Object> settings, int keyUsage) {
    server.seams.issuers.clear();
    server.seams.issuers.add(
        new ScepIssuerState(
            new ScepIssuer(
                ISSUER,
                "Others",
                "",
                1,
                "https://scep.example.com/scep",
                4096,
                keyUsage,
                ScepBackend.STATIC_CHALLENGE,
                new IssuerSettings(server.seams).seal(settings, ScepIssuer.ADDED)),
            Instant.EPOCH,
            Instant.EPOCH));
  }

  @Test
  void sendsDevicesThereWithTheChallengeOfAllAndASessionOfTheirOwn() throws Exception {
    PlistDict profile = server.profile(UNSIGNED);
    assertThat(profile.text("PayloadDisplayName")).contains("Example Ltd");
    PlistDict scep =
        EnrollServer.payload(profile, "com.apple.security.scep")
            .dict("PayloadContent")
            .orElseThrow();
    assertThat(scep.text("URL")).contains("https://scep.example.com/scep");
    assertThat(scep.text("Name")).contains("Others");
    assertThat(scep.text("Challenge")).contains("known to all");
    assertThat(scep.whole("Keysize")).contains(4096L);
    assertThat(scep.values()).doesNotContainKey("Key Usage");
    SessionState session = server.seams.sessions.values().iterator().next();
    assertThat(scep.items("Subject").toString()).contains(SessionName.of(session.session()));
    assertThat(session.session().value()).hasSize(56);
    assertThat(session.issuer()).isEqualTo(ISSUER);
    assertThat(session.challengeSha256()).as("judged by the issuer").isNull();
    issuer(Map.of("challenge", "known to all"), 5);
    server.profile(UNSIGNED);
    assertThat(server.seams.sessions).as("one for each download").hasSize(2);
  }

  @Test
  void isNotSharedForThenAllWouldHaveOneSession() throws Exception {
    refused(UNSIGNED + "&shared=true", "There is no shared profile for identities of “Others”.");
  }

  @Test
  void isRefusedWhileTheIssuerIsGoneOrHasNoChallengeForAll() throws Exception {
    issuer(Map.of("url", "https://x"), 0);
    refused(UNSIGNED, "The SCEP issuer “Others” has no static challenge.");
    server.seams.issuers.clear();
    refused(UNSIGNED, "The SCEP issuer of this link is gone.");
  }

  private void refused(String query, String sentence) throws Exception {
    MockHttpServletResponse answer = server.get(EnrollServer.LINK + query);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString()).isEqualTo(sentence + "\n");
    assertThat(server.seams.sessions).isEmpty();
  }
}
