// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import java.time.Instant;
import java.util.List;

/** One value of a property list. */
public sealed interface PlistValue
    permits PlistValue.Text,
        PlistValue.Whole,
        PlistValue.Real,
        PlistValue.Flag,
        PlistValue.Moment,
        PlistValue.Data,
        PlistValue.Items,
        PlistDict {

  record Text(String value) implements PlistValue {}

  record Whole(long value) implements PlistValue {}

  record Real(double value) implements PlistValue {}

  record Flag(boolean value) implements PlistValue {}

  record Moment(Instant value) implements PlistValue {}

  /** Bytes, shared and not copied: nobody may change them. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Data(byte[] value) implements PlistValue {}

  record Items(List<PlistValue> values) implements PlistValue {
    public Items {
      values = List.copyOf(values);
    }
  }
}
