// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import daybook.domain.access.ApiToken;
import java.time.Instant;

/**
 * An API token as the API shows it.
 *
 * @param user the number of its account
 * @param expiry null: never
 * @param lastUsedAt its first use on the last day on which it was used, or null
 * @param secret the token itself, in the answer to its creation and never again
 */
record ApiTokenAnswer(
    String id,
    long user,
    String name,
    Instant expiry,
    Instant lastUsedAt,
    Instant createdAt,
    @JsonInclude(Include.NON_NULL) String secret) {

  static ApiTokenAnswer of(long user, ApiToken it, String secret) {
    return new ApiTokenAnswer(
        it.id(), user, it.name(), it.expiresAt(), it.usedAt(), it.issuedAt(), secret);
  }

  @Override
  public String toString() {
    return "ApiTokenAnswer[" + id + "]";
  }
}
