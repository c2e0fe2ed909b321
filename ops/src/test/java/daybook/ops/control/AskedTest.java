// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.access.InvalidInput;
import daybook.ops.http.ApiJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
  @ParameterizedTest
  @CsvSource({
    "2027-01-31,2027-01-31T00:00:00Z",
    "2027-01-31T12:30:00,2027-01-31T12:30:00Z",
    "2027-01-31T12:30:00Z,2027-01-31T12:30:00Z",
    "2027-01-31T12:30:00+02:00,2027-01-31T10:30:00Z"
  })
  void aTimeIsUtcUnlessItSaysOtherwise(String text, Instant time) {
    assertThat(asked("{\"at\":\"" + text + "\"}").time("at")).contains(time);
  }

  @Test
  void anAbsentArgumentIsEmptyAndAWrongOneIsTold() {
    assertThat(asked("{\"at\":null}").time("at")).isEmpty();
    assertThat(asked("{}").number("n")).isEmpty();
    assertThatThrownBy(() -> asked("{\"at\":\"soon\"}").time("at"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at");
    assertThatThrownBy(() -> asked("{\"n\":\"x\"}").number("n")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> asked("{\"name\":\" \"}").required("name"))
        .isInstanceOf(InvalidInput.class);
  }

  private static Asked asked(String json) {
    return new Asked(ApiJson.MAPPER.readTree(json));
  }
}
