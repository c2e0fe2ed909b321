// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the SCEP door.
 *
 * @param scepAllowWeak key {@code daybook.scep_allow_weak}: whether requests in DES or 3DES, or
 *     signed over SHA-1, are answered; some clients can do no better
 * @param scepLimit key {@code daybook.scep_limit}: the longest request
 */
@ConfigurationProperties("daybook")
record ScepSettings(
    @DefaultValue("true") boolean scepAllowWeak, @DefaultValue("64KB") DataSize scepLimit) {
  ScepSettings {
    if (scepLimit.toBytes() < 4096 || scepLimit.toMegabytes() > 1) {
      throw new IllegalArgumentException(
          "daybook.scep_limit must lie between 4KB and 1MB, not " + scepLimit);
    }
  }

  /** What GetCACaps tells, one word a line; RFC 8894 section 3.5.2. */
  String capabilities() {
    return scepAllowWeak
        ? "Renewal\nSHA-1\nSHA-256\nSHA-512\nAES\nDES3\nSCEPStandard\nPOSTPKIOperation\n"
        : "Renewal\nSHA-256\nSHA-512\nAES\nSCEPStandard\nPOSTPKIOperation\n";
  }
}
