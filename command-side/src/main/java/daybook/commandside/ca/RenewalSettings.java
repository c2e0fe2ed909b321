// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When identities are renewed.
 *
 * @param renewalLead key {@code daybook.renewal_lead}: how long before its end a certificate of our
 *     issuing is renewed
 * @param renewalGrace key {@code daybook.renewal_grace}: how long after its end a pinned
 *     certificate is still let in to be renewed, and for nothing else
 */
@ConfigurationProperties("daybook")
public record RenewalSettings(
    @DefaultValue("90d") Duration renewalLead, @DefaultValue("180d") Duration renewalGrace) {
  public RenewalSettings {
    between("daybook.renewal_lead", renewalLead, Duration.ofDays(1), Duration.ofDays(365));
    between("daybook.renewal_grace", renewalGrace, Duration.ZERO, Duration.ofDays(3650));
  }

  /** Whether a certificate has ended, but not too long ago to be renewed. */
  public boolean admits(Instant notAfter, Instant now) {
    return notAfter.isBefore(now) && !notAfter.plus(renewalGrace).isBefore(now);
  }

  private static void between(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          key
              + " must lie between "
              + least.toDays()
              + "d and "
              + most.toDays()
              + "d, not "
              + value);
    }
  }
}
