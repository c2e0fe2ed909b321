// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML document: decoded here, and looked through for declarations of its own, before
 * a parser sees it. Of encodings those are read that devices and tools use.
 */
final class XmlText {
  private static final Pattern ENCODING =
      Pattern.compile("\\A<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final String DOCTYPE = "<!DOCTYPE";
  private static final int DECLARATION = 200;

  private XmlText() {}

  /**
   * @throws UnreadablePlist when the bytes are no text, or declare entities or an internal subset
   */
  static String of(byte[] bytes) {
    String text = decoded(bytes);
    for (int at = text.indexOf(DOCTYPE); at >= 0; at = text.indexOf(DOCTYPE, at + 1)) {
      int end = text.indexOf('>', at);
      int subset = text.indexOf('[', at);
      if (subset >= 0 && (end < 0 || subset < end)) {
        throw UnreadablePlist.malformed("a property list may not declare entities");
      }
    }
    return text;
  }

  private static String decoded(byte[] bytes) {
    try {
      String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw UnreadablePlist.malformed("the property list is not in its encoding");
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2) {
      int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
      switch (first) {
        case 0xFEFF, 0xFFFE -> {
          return StandardCharsets.UTF_16;
        }
        case '<' << 8 -> {
          return StandardCharsets.UTF_16LE;
        }
        case '<' -> {
          return StandardCharsets.UTF_16BE;
        }
        default -> {
          // an encoding that has ASCII in it
        }
      }
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
  }

  private static Charset named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
      case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
      case "ISO-8859-1", "LATIN1" -> StandardCharsets.ISO_8859_1;
      default -> throw UnreadablePlist.malformed("the property list's encoding is not read here");
    };
  }
}
