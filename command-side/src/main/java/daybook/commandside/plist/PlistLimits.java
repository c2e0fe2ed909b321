// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

/**
 * How far a property list is followed.
 *
 * @param levels how deep dictionaries and arrays may be nested
 * @param elements how many values and keys there may be in all
 */
public record PlistLimits(int levels, int elements) {
  public static final PlistLimits STANDARD = new PlistLimits(64, 500_000);

  public PlistLimits {
    if (levels < 4 || levels > 512 || elements < 100) {
      throw new IllegalArgumentException(
          "a property list needs 4 to 512 levels and at least 100 elements");
    }
  }
}
