// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what the server does by itself.
 *
 * @param policies key {@code daybook.policies}: false keeps it from doing anything by itself
 * @param inventoryInterval key {@code daybook.inventory_interval}: how long a device's answer to
 *     {@code DeviceInformation} stays fresh
 * @param silence key {@code daybook.silence}: how long a device isn't heard of before that is told,
 *     or before one that is to go counts as gone
 */
@ConfigurationProperties("daybook")
record PolicySettings(
    @DefaultValue("true") boolean policies,
    @DefaultValue("24h") Duration inventoryInterval,
    @DefaultValue("7d") Duration silence) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration SHORTEST_SILENCE = Duration.ofDays(1);
  private static final Duration LONGEST_SILENCE = Duration.ofDays(365);
  private static final Duration LONGEST = Duration.ofDays(30);

  PolicySettings {
    if (inventoryInterval.compareTo(SHORTEST) < 0 || inventoryInterval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "daybook.inventory_interval must lie between 1m and 30d, not " + inventoryInterval);
    }
    if (silence.compareTo(SHORTEST_SILENCE) < 0 || silence.compareTo(LONGEST_SILENCE) > 0) {
      throw new IllegalArgumentException(
          "daybook.silence must lie between 1d and 365d, not " + silence);
    }
  }
}
