// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * Whom a sealed value is about, and so with whose keys it is sealed and erased.
 *
 * @param value {@code enrollment:<id>}, {@code account:<id>}, {@code dep-device:<id>}, {@code
 *     server}, or {@code refusals:<yyyy-mm>} for the monthly key of what strangers sent
 */
public record Subject(String value) implements Id {
  public static Subject of(StreamId stream) {
    return new Subject(stream.value());
  }

  public static Subject server() {
    return new Subject("server");
  }

  /** The key for what strangers sent in a month ({@code 2026-11}); dropped after 90 days. */
  public static Subject refusals(String month) {
    return new Subject("refusals:" + month);
  }
}
