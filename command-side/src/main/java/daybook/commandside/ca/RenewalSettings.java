// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When identities are renewed.
 *
 * @param renewalLead key {@code daybook.renewal_lead}: how long before its end a certificate of our
 *     issuing is renewed
 */
@ConfigurationProperties("daybook")
public record RenewalSettings(@DefaultValue("90d") Duration renewalLead) {
  public RenewalSettings {
    between("daybook.renewal_lead", renewalLead, Duration.ofDays(1), Duration.ofDays(365));
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
