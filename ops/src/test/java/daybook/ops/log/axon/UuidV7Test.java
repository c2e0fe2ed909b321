// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Ids of events. */
class UuidV7Test {
  private static final Instant TIME = Instant.parse("2026-11-24T08:00:00.123Z");

  @Test
  void idsAreLowerCaseUuidsOfVersion7InTheOrderOfTime() {
    UuidV7.bind(Clock.fixed(TIME, ZoneOffset.UTC));
    String id = IdentifierFactory.getInstance().generateIdentifier();
    UuidV7.bind(Clock.fixed(TIME.plusMillis(1), ZoneOffset.UTC));
    String later = IdentifierFactory.getInstance().generateIdentifier();

    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(UUID.fromString(id).getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    assertThat(later).isGreaterThan(id);
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    UuidV7.bind(Clock.fixed(TIME, ZoneOffset.UTC));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      ids.add(IdentifierFactory.getInstance().generateIdentifier());
    }
    assertThat(ids).hasSize(20_000);
  }
}
