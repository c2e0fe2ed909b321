// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import daybook.domain.Refusal;

/** Counts what a property list uses of its limits. */
final class PlistBudget {
  private static final long UNFOLDED = 64L << 20;

  private final PlistLimits limits;
  private int elements;
  private long size;

  PlistBudget(PlistLimits limits) {
    this.limits = limits;
  }

  /** One more value or key. */
  void element() {
    mayHave(++elements);
  }

  /** Whether so many values and keys are within the limits. */
  void mayHave(long count) {
    if (count > limits.elements()) {
      throw new UnreadablePlist(
          Refusal.PLIST_TOO_MANY_ELEMENTS,
          "the property list has more than " + limits.elements() + " elements");
    }
  }

  /** Counts a text or data at one of its places: shared ones could unfold into gigabytes. */
  void size(PlistValue value) {
    if (value instanceof PlistValue.Text text) {
      size += text.value().length();
    } else if (value instanceof PlistValue.Data data) {
      size += data.value().length;
    }
    if (size > UNFOLDED) {
      throw new UnreadablePlist(
          Refusal.PLIST_TOO_MANY_ELEMENTS, "the property list unfolds into more than 64 MiB");
    }
  }

  /** A dictionary or an array at this depth, from 1. */
  void level(int depth) {
    if (depth > limits.levels()) {
      throw new UnreadablePlist(
          Refusal.PLIST_TOO_DEEP,
          "the property list is nested more than " + limits.levels() + " levels deep");
    }
  }
}
