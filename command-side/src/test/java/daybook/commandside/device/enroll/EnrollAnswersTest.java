// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Links answer people: each refusal is a sentence, and none asks for a password. */
class EnrollAnswersTest {
  private static final Map<Refusal, Integer> TABLE =
      Map.of(
          Refusal.CONFIGURATION_UNKNOWN, 404,
          Refusal.CONFIGURATION_EXPIRED, 410,
          Refusal.CONFIGURATION_REVOKED, 410,
          Refusal.QUOTA_USED_UP, 410,
          Refusal.SESSIONS_TOO_MANY, 429);

  private final EnrollServer server = new EnrollServer();

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void eachReasonHasItsStatusIsNotedOnceAndNeverUnenrolls(Refusal reason) {
    ResponseEntity<byte[]> answer =
        new EnrollAnswers(server.refusals)
            .of("enroll", Outcome.refused(reason, "why"), new MockHttpServletRequest());
    int status = answer.getStatusCode().value();
    assertThat(status).isEqualTo(TABLE.getOrDefault(reason, 503));
    assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
        .endsWith("\n")
        .doesNotContain("com.apple.unrecognized.device", reason.name());
    assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER))
        .isEqualTo(status == 503 || status == 429);
    assertThat(server.refusals.reasons).containsExactly(reason);
  }
}
