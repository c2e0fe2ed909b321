// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.XMLPropertyListParser;
import daybook.commandside.fake.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Property lists to begin fuzzing with: one of our own making, and captured ones where they are.
 */
final class PlistSeeds {
  private static final byte[] SAMPLE =
      Plists.write(
          PlistDict.of(
              Map.of(
                  "Status", "Acknowledged",
                  "QueryResponses", Map.of("DeviceName", "Ana\u2019s \ud83d\ude00", "n", 7),
                  "Dates", List.of(Instant.EPOCH, 1.5, true, new byte[] {1, 2, 3}))));

  private PlistSeeds() {}

  static List<byte[]> xml() {
    List<byte[]> seeds = captured();
    seeds.add(
        "<!DOCTYPE p [<!ENTITY a \"b\">]><plist><dict><key>&a;</key><true/></dict></plist>"
            .getBytes(StandardCharsets.UTF_8));
    return seeds;
  }

  static List<byte[]> binary() {
    List<byte[]> seeds = new ArrayList<>();
    try {
      for (byte[] xml : captured()) {
        seeds.add(BinaryPropertyListWriter.writeToArray(XMLPropertyListParser.parse(xml)));
      }
    } catch (IOException
        | PropertyListFormatException
        | ParserConfigurationException
        | SAXException e) {
      throw new IllegalStateException(e);
    }
    seeds.add(Binary.ofObjects(new byte[] {(byte) 0xA1, 0}));
    return seeds;
  }

  private static List<byte[]> captured() {
    List<byte[]> seeds = new ArrayList<>(List.of(SAMPLE));
    try {
      for (Path file : Shared.fixtures("nanomdm", ".plist")) {
        seeds.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return seeds;
  }
}
