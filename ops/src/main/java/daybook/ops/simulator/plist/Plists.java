// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.plist;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.XMLPropertyListParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Property lists to and from bytes. */
public final class Plists {
  private Plists() {}

  /**
   * Reads a dictionary, XML or binary.
   *
   * @throws IllegalArgumentException when it is neither, or not a dictionary
   */
  public static NSDictionary read(byte[] bytes) {
    try {
      NSObject read =
          startsWith(bytes, "bplist")
              ? BinaryPropertyListParser.parse(bytes)
              : XMLPropertyListParser.parse(bytes);
      if (read instanceof NSDictionary dictionary) {
        return dictionary;
      }
    } catch (PropertyListFormatException | SAXException e) {
      throw new IllegalArgumentException("not a property list: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("not a dictionary");
  }

  /** Whether the bytes look like a property list rather than like something signed. */
  public static boolean isPlist(byte[] bytes) {
    return startsWith(bytes, "bplist") || startsWith(bytes, "<");
  }

  public static byte[] xml(NSObject plist) {
    return plist.toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
  }

  /** The text under a key, or null. */
  public static String text(NSDictionary dictionary, String key) {
    NSObject value = dictionary.get(key);
    return value == null ? null : value.toString();
  }

  /** The bytes under a key; none when it is absent. */
  public static byte[] data(NSDictionary dictionary, String key) {
    return dictionary.get(key) instanceof NSData data ? data.bytes() : new byte[0];
  }

  /** The number under a key, or what to take in its absence. */
  public static int number(NSDictionary dictionary, String key, int absent) {
    return dictionary.get(key) instanceof NSNumber number ? number.intValue() : absent;
  }

  public static boolean flag(NSDictionary dictionary, String key) {
    return dictionary.get(key) instanceof NSNumber number && number.boolValue();
  }

  /** The items of the array under a key; empty when there is none. */
  public static List<NSObject> items(NSDictionary dictionary, String key) {
    return dictionary.get(key) instanceof NSArray array ? List.of(array.getArray()) : List.of();
  }

  /** The dictionaries in the array under a key. */
  public static List<NSDictionary> dictionaries(NSDictionary dictionary, String key) {
    List<NSDictionary> found = new ArrayList<>();
    for (NSObject item : items(dictionary, key)) {
      if (item instanceof NSDictionary one) {
        found.add(one);
      }
    }
    return found;
  }

  private static boolean startsWith(byte[] bytes, String start) {
    return new String(bytes, 0, Math.min(bytes.length, start.length()), StandardCharsets.ISO_8859_1)
        .equals(start);
  }
}
