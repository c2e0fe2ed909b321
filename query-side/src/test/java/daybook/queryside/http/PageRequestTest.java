// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageRequestTest {
  @ParameterizedTest
  @CsvSource({"2,2", "0,50", "-1,50", "abc,50", "'',50", "500,500", "501,500", "' 7 ',7", "1.5,50"})
  void aLimitThatCannotBeReadIsFifty(String text, int limit) {
    assertThat(page("limit", text).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({"3,3", "-1,0", "abc,0", "'',0", "1000,1000"})
  void anOffsetThatCannotBeReadIsZero(String text, long offset) {
    assertThat(page("offset", text).offset()).isEqualTo(offset);
  }

  @Test
  void ofRepeatedParametersTheLastCounts() {
    assertThat(page("limit", "3", "4").limit()).isEqualTo(4);
  }

  private static PageRequest page(String name, String... values) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter(name, values);
    return PageRequest.of(new Parameters(request));
  }
}
