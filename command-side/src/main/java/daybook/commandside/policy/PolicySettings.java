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
 */
@ConfigurationProperties("daybook")
record PolicySettings(
    @DefaultValue("true") boolean policies, @DefaultValue("24h") Duration inventoryInterval) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  PolicySettings {
    if (inventoryInterval.compareTo(SHORTEST) < 0 || inventoryInterval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "daybook.inventory_interval must lie between 1m and 30d, not " + inventoryInterval);
    }
  }
}
