// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class DeviceProblemTest {
  /** All that a device may ever be told instead of 200 and 405. */
  private static final Set<Integer> TOLD = Set.of(400, 410, 413, 503);

  @ParameterizedTest
  @EnumSource(
      value = Refusal.class,
      names = {"DEVICE_BLOCKED", "DEVICE_RETIRED"},
      mode = EnumSource.Mode.EXCLUDE)
  void noRefusalUnenrollsADevice(Refusal reason) {
    ResponseEntity<byte[]> answer = DeviceProblem.answer(reason, "why");
    int status = answer.getStatusCode().value();
    assertThat(status).isNotIn(401, 403).isIn(TOLD);
    assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
        .isEqualToIgnoringCase(reason.name() + ": why\n")
        .doesNotContain("com.apple.unrecognized.device");
    assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isNull();
    assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER))
        .isEqualTo(status == 503);
  }

  @ParameterizedTest
  @EnumSource(
      value = Refusal.class,
      names = {"DEVICE_BLOCKED", "DEVICE_RETIRED"})
  void onlyADeviceThatAnOperatorHasBlockedOrRetiredIsToldToGo(Refusal reason) {
    assertThat(DeviceProblem.answer(reason, "why").getStatusCode().value()).isEqualTo(401);
  }

  @org.junit.jupiter.api.Test
  void theTableSaysWhatEachMeans() {
    assertThat(DeviceProblem.status(Refusal.BODY_TOO_LARGE).value()).isEqualTo(413);
    assertThat(DeviceProblem.status(Refusal.USER_NOT_MANAGED).value()).isEqualTo(410);
    assertThat(DeviceProblem.status(Refusal.BUSY).value()).isEqualTo(503);
    assertThat(DeviceProblem.status(Refusal.STORE_UNAVAILABLE).value()).isEqualTo(503);
    assertThat(DeviceProblem.status(Refusal.CLOCK_UNTRUSTED).value()).isEqualTo(503);
    assertThat(DeviceProblem.status(Refusal.THROTTLED).value()).isEqualTo(503);
    assertThat(DeviceProblem.status(Refusal.CERTIFICATE_NOT_PINNED).value()).isEqualTo(400);
    assertThat(DeviceProblem.status(Refusal.UNENROLLED).value()).isEqualTo(400);
  }
}
