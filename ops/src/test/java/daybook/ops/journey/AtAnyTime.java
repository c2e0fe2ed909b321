// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import daybook.ops.Daybook;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Daybook with a clock that a test moves; not found by scanning, for it is no configuration. */
@Import(Daybook.class)
class AtAnyTime {
  @Bean
  @Primary
  Clock movedClock() {
    return new MovedClock();
  }
}
