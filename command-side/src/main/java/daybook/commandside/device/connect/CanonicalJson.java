// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistValue;
import daybook.commandside.plist.PlistValue.Data;
import daybook.commandside.plist.PlistValue.Flag;
import daybook.commandside.plist.PlistValue.Items;
import daybook.commandside.plist.PlistValue.Moment;
import daybook.commandside.plist.PlistValue.Real;
import daybook.commandside.plist.PlistValue.Text;
import daybook.commandside.plist.PlistValue.Whole;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A property list as JSON with sorted keys and no blanks, so that equal lists give equal texts.
 * Bytes become base64, dates ISO 8601, numbers that JSON lacks a text.
 */
final class CanonicalJson {
  private final StringBuilder out = new StringBuilder(512);

  private CanonicalJson() {}

  static String of(PlistDict dict) {
    CanonicalJson json = new CanonicalJson();
    json.value(dict);
    return json.out.toString();
  }

  private void value(PlistValue value) {
    if (value instanceof PlistDict dict) {
      dict(dict);
    } else if (value instanceof Items items) {
      items(items);
    } else if (value instanceof Text text) {
      text(text.value());
    } else if (value instanceof Whole whole) {
      out.append(whole.value());
    } else if (value instanceof Real real) {
      real(real.value());
    } else if (value instanceof Flag flag) {
      out.append(flag.value());
    } else if (value instanceof Moment moment) {
      text(moment.value().toString());
    } else if (value instanceof Data data) {
      text(Base64.getEncoder().encodeToString(data.value()));
    }
  }

  private void dict(PlistDict dict) {
    Map<String, PlistValue> sorted = new TreeMap<>(dict.values());
    out.append('{');
    String separator = "";
    for (Map.Entry<String, PlistValue> entry : sorted.entrySet()) {
      out.append(separator);
      text(entry.getKey());
      out.append(':');
      value(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void items(Items items) {
    out.append('[');
    String separator = "";
    for (PlistValue value : items.values()) {
      out.append(separator);
      value(value);
      separator = ",";
    }
    out.append(']');
  }

  private void real(double value) {
    if (Double.isFinite(value)) {
      out.append(value);
    } else {
      text(Double.toString(value));
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
