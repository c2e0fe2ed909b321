// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import daybook.commandside.plist.PlistValue.Data;
import daybook.commandside.plist.PlistValue.Flag;
import daybook.commandside.plist.PlistValue.Items;
import daybook.commandside.plist.PlistValue.Moment;
import daybook.commandside.plist.PlistValue.Real;
import daybook.commandside.plist.PlistValue.Text;
import daybook.commandside.plist.PlistValue.Whole;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Writes a property list as Apple's tools do: tabs, UTF-8, one element a line. */
final class XmlPlistWriter {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      """;

  private final StringBuilder out = new StringBuilder(1024);

  private XmlPlistWriter() {}

  static byte[] write(PlistDict dict) {
    XmlPlistWriter writer = new XmlPlistWriter();
    writer.out.append(HEAD);
    writer.value(dict, 0);
    writer.out.append("</plist>\n");
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(PlistValue value, int depth) {
    indent(depth);
    if (value instanceof PlistDict dict) {
      dict(dict, depth);
    } else if (value instanceof Items items) {
      items(items, depth);
    } else if (value instanceof Text text) {
      element("string", text.value());
    } else if (value instanceof Whole whole) {
      element("integer", Long.toString(whole.value()));
    } else if (value instanceof Real real) {
      element("real", Double.toString(real.value()));
    } else if (value instanceof Flag flag) {
      out.append(flag.value() ? "<true/>\n" : "<false/>\n");
    } else if (value instanceof Moment moment) {
      element("date", moment.value().truncatedTo(ChronoUnit.SECONDS).toString());
    } else if (value instanceof Data data) {
      element("data", Base64.getEncoder().encodeToString(data.value()));
    }
  }

  private void dict(PlistDict dict, int depth) {
    out.append("<dict>\n");
    dict.values()
        .forEach(
            (key, value) -> {
              indent(depth + 1);
              element("key", key);
              value(value, depth + 1);
            });
    indent(depth);
    out.append("</dict>\n");
  }

  private void items(Items items, int depth) {
    out.append("<array>\n");
    items.values().forEach(value -> value(value, depth + 1));
    indent(depth);
    out.append("</array>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>');
    escape(text);
    out.append("</").append(name).append(">\n");
  }

  /** What XML can't hold at all becomes U+FFFD, lest the whole list be unreadable. */
  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private void indent(int depth) {
    for (int i = 0; i < depth; i++) {
      out.append('\t');
    }
  }
}
