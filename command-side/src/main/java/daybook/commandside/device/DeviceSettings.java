// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import daybook.commandside.plist.PlistLimits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings of the device door.
 *
 * @param mtlsProxy whether new profiles expect a proxy that passes on the client certificate of
 *     mutual TLS; if not, they ask devices to sign each message ({@code SignMessage}). Both are
 *     always accepted
 * @param pushDelay from a push token to the first push; a number without a unit means seconds
 * @param plistLevels how deep a device's property list may be nested
 * @param plistElements how many values and keys it may have
 * @param hourlyEvents the most events that a device may cause by itself in an hour; then it gets
 *     503 until the hour is over. Its answers to commands don't count and always pass
 */
@ConfigurationProperties("daybook")
public record DeviceSettings(
    @DefaultValue("false") boolean mtlsProxy,
    @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) Duration pushDelay,
    @DefaultValue("64") int plistLevels,
    @DefaultValue("500000") int plistElements,
    @DefaultValue("3000") int hourlyEvents) {

  public DeviceSettings {
    if (pushDelay.isNegative() || pushDelay.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "daybook.push_delay must lie between 0s and 1d, not " + pushDelay);
    }
    if (plistLevels < 4 || plistLevels > 512) {
      throw new IllegalArgumentException(
          "daybook.plist_levels must lie between 4 and 512, not " + plistLevels);
    }
    if (plistElements < 100) {
      throw new IllegalArgumentException(
          "daybook.plist_elements must be at least 100, not " + plistElements);
    }
    if (hourlyEvents < 60) {
      throw new IllegalArgumentException(
          "daybook.hourly_events must be at least 60, not " + hourlyEvents);
    }
  }

  public PlistLimits plistLimits() {
    return new PlistLimits(plistLevels, plistElements);
  }
}
