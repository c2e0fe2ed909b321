// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.time.Instant;
import java.util.List;

/**
 * A name for what several accounts may.
 *
 * @param number 1 is the built-in role of administrators, who hold every permission
 * @param createdAt null of the built-in role
 */
public record Role(
    long number, String name, List<Permission> permissions, Instant createdAt, Instant changedAt) {
  public static final long ADMINISTRATOR = 1;
  public static final String ADMINISTRATOR_NAME = "Administrator";
}
