// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A distinguished name as proxies write it ({@code CN=a,O=b}, {@code O = b, CN = a}, {@code
 * /O=b/CN=a}), reduced to its attributes, whatever their order.
 */
final class SubjectName {
  private static final Pattern SLASH = Pattern.compile("/(?=[A-Za-z0-9.]+=)");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern OID = Pattern.compile("\\d+(\\.\\d+)+");

  private SubjectName() {}

  /** Whether a written name has exactly the attributes of a certificate's subject. */
  static boolean agrees(String written, X500Name subject) {
    return attributes(written.strip()).equals(attributes(subject));
  }

  private static List<String> attributes(X500Name subject) {
    List<String> found = new ArrayList<>();
    for (RDN rdn : subject.getRDNs()) {
      for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
        found.add(attribute.getType().getId() + "=" + normal(text(attribute.getValue())));
      }
    }
    found.sort(null);
    return found;
  }

  private static String text(ASN1Encodable value) {
    return value instanceof ASN1String string ? string.getString() : value.toString();
  }

  private static List<String> attributes(String written) {
    List<String> found = new ArrayList<>();
    for (String part : written.startsWith("/") ? slashed(written) : separated(written)) {
      int equals = part.indexOf('=');
      String type = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      found.add(oid(type.strip()) + "=" + normal(unescaped(value.strip())));
    }
    found.sort(null);
    return found;
  }

  private static List<String> slashed(String written) {
    List<String> parts = new ArrayList<>();
    for (String part : SLASH.split(written)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Cut at commas, semicolons and plus signs that are neither escaped nor quoted. */
  private static List<String> separated(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length()) {
        part.append(c).append(written.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (!quoted && (c == ',' || c == ';' || c == '+')) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!part.toString().isBlank()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static String oid(String type) {
    String name = type.toUpperCase(Locale.ROOT);
    String bare = name.startsWith("OID.") ? name.substring(4) : name;
    if (OID.matcher(bare).matches()) {
      return bare;
    }
    if (bare.equals("S")) {
      return BCStyle.ST.getId();
    }
    try {
      return BCStyle.INSTANCE.attrNameToOID(bare).getId();
    } catch (IllegalArgumentException e) {
      return bare;
    }
  }

  /** Escapes and quotes undone; bytes of UTF-8, escaped or raw in the header, become text. */
  private static String unescaped(String value) {
    String inner =
        value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1)
            : value;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) {
        int high = Character.digit(inner.charAt(i + 1), 16);
        int low = i + 2 < inner.length() ? Character.digit(inner.charAt(i + 2), 16) : -1;
        if (high >= 0 && low >= 0) {
          bytes.write(high << 4 | low);
          i += 2;
        } else {
          bytes.write(inner.charAt(++i));
        }
      } else if (c < 0x100) {
        bytes.write(c);
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return decoded(bytes.toByteArray());
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String normal(String value) {
    return SPACES.matcher(value.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
