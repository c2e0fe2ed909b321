// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many refusals become an event each; what is beyond is counted.
 *
 * @param hourlyRefusals key {@code daybook.hourly_refusals}: in an hour, in all
 * @param hourlyRefusalsOfSource key {@code daybook.hourly_refusals_of_source}: in an hour, for each
 *     reason and neighbourhood of addresses (/24 of IPv4, /48 of IPv6)
 */
@ConfigurationProperties("daybook")
public record RefusalSettings(
    @DefaultValue("2000") int hourlyRefusals, @DefaultValue("20") int hourlyRefusalsOfSource) {
  private static final int MOST = 100_000;

  public RefusalSettings {
    check("hourly_refusals", hourlyRefusals);
    check("hourly_refusals_of_source", hourlyRefusalsOfSource);
  }

  private static void check(String key, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "daybook." + key + " must lie between 1 and " + MOST + ", not " + value);
    }
  }
}
