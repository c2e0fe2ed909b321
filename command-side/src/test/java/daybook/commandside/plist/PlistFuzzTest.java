// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSObject;
import daybook.commandside.fake.Mutations;
import daybook.commandside.fake.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the readers answer with a value or with their own exception. */
class PlistFuzzTest {
  private static final byte[] SAMPLE =
      Plists.write(
          PlistDict.of(
              Map.of(
                  "Status", "Acknowledged",
                  "QueryResponses", Map.of("DeviceName", "Ana\u2019s \ud83d\ude00", "n", 7),
                  "Dates", List.of(Instant.EPOCH, 1.5, true, new byte[] {1, 2, 3}))));

  @Test
  void theXmlReaderThrowsNothingElse() throws IOException {
    List<byte[]> seeds = captured();
    seeds.add(
        "<!DOCTYPE p [<!ENTITY a \"b\">]><plist><dict><key>&a;</key><true/></dict></plist>"
            .getBytes(StandardCharsets.UTF_8));
    Mutations.of(seeds).feed(Plists::read, UnreadablePlist.class);
  }

  @Test
  void theBinaryReaderThrowsNothingElse() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] xml : captured()) {
      NSObject parsed = com.dd.plist.XMLPropertyListParser.parse(xml);
      seeds.add(BinaryPropertyListWriter.writeToArray(parsed));
    }
    seeds.add(Binary.ofObjects(new byte[] {(byte) 0xA1, 0}));
    Mutations.of(seeds).feed(Plists::read, UnreadablePlist.class);
  }

  private static List<byte[]> captured() throws IOException {
    List<byte[]> seeds = new ArrayList<>(List.of(SAMPLE));
    for (Path file : Shared.fixtures("nanomdm", ".plist")) {
      seeds.add(Files.readAllBytes(file));
    }
    return seeds;
  }
}
