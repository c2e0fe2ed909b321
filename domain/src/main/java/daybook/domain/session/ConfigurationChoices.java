// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import java.util.List;

/** What an enrollment configuration may name. */
public record ConfigurationChoices(
    List<Choice> pushCertificates,
    List<Choice> issuers,
    List<Choice> businessUnits,
    List<Choice> tags) {

  /**
   * One thing that can be named.
   *
   * @param key its number or UUID
   */
  public record Choice(String key, String name) {}
}
