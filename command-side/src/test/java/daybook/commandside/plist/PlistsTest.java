// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import daybook.commandside.fake.Shared;
import daybook.commandside.plist.PlistValue.Flag;
import daybook.commandside.plist.PlistValue.Moment;
import daybook.commandside.plist.PlistValue.Real;
import daybook.commandside.plist.PlistValue.Text;
import daybook.commandside.plist.PlistValue.Whole;
import daybook.domain.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlistsTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST"
          + " 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n";

  @Test
  void everyTypeIsReadFromXml() {
    PlistDict dict =
        xml(
            "<key>s</key><string>a &amp; <![CDATA[<b>]]> \u2019</string>"
                + "<key>i</key><integer> -7 </integer><key>h</key><integer>0x1F</integer>"
                + "<key>r</key><real>1.5</real><key>t</key><true/><key>f</key><false></false>"
                + "<key>d</key><date>2026-11-24T08:00:00Z</date>"
                + "<key>b</key><data>\n\tAQID\n\t</data>"
                + "<key>a</key><array><string>x</string><dict/></array>");
    assertThat(dict.text("s")).contains("a & <b> \u2019");
    assertThat(dict.whole("i")).contains(-7L);
    assertThat(dict.whole("h")).contains(31L);
    assertThat(dict.value("r")).contains(new Real(1.5));
    assertThat(dict.flag("t")).contains(true);
    assertThat(dict.flag("f")).contains(false);
    assertThat(dict.value("d")).contains(new Moment(Instant.parse("2026-11-24T08:00:00Z")));
    assertThat(dict.data("b")).contains(new byte[] {1, 2, 3});
    assertThat(dict.items("a")).containsExactly(new Text("x"), new PlistDict(Map.of()));
  }

  @Test
  void aBareDictIsReadToo() {
    assertThat(read("  <dict><key>RequestType</key><string>X</string></dict>").text("RequestType"))
        .contains("X");
  }

  @Test
  void otherEncodingsAreRead() {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><plist><dict><key>k</key>"
            + "<string>\u00e9</string></dict></plist>";
    assertThat(Plists.read(text.getBytes(StandardCharsets.UTF_16)).text("k")).contains("\u00e9");
    assertThat(
            Plists.read(
                    text.replace("UTF-16", "ISO-8859-1").getBytes(Charset.forName("ISO-8859-1")))
                .text("k"))
        .contains("\u00e9");
  }

  @Test
  void anOddValueStaysATextAndSpoilsNothing() {
    PlistDict dict =
        xml(
            "<key>i</key><integer>18446744073709551615</integer><key>d</key><date>soon</date>"
                + "<key>u</key><unknown><deep/></unknown><key>z</key><string>z</string>");
    assertThat(dict.text("i")).contains("18446744073709551615");
    assertThat(dict.text("d")).contains("soon");
    assertThat(dict.value("u")).isEmpty();
    assertThat(dict.text("z")).contains("z");
  }

  @Test
  void whatIsNoPropertyListIsRefused() {
    for (String text :
        List.of(
            "",
            " ",
            "{ a = b; }",
            "((((((",
            "<plist/>",
            "<plist><string>x</string></plist>",
            "<html><body/></html>",
            "<plist><dict><key>a</key></dict></plist>",
            "<plist><dict><key>a</key><key>b</key></dict></plist>",
            "<plist><dict><string>a</string></dict></plist>",
            "<plist><dict>text</dict></plist>",
            "<plist><dict><key>a</key><data>AQI=AQ</data></dict></plist>",
            "<plist><dict><key>a</key><string><b/></string></dict></plist>",
            "<plist><dict/><dict/></plist>",
            "<plist><dict></plist>",
            "bplist00",
            "bplist00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")) {
      assertThatExceptionOfType(UnreadablePlist.class)
          .as(text)
          .isThrownBy(() -> read(text))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_UNREADABLE));
    }
  }

  @Test
  void entitiesAreNeitherDeclaredNorExpandedNorFetched() throws IOException {
    Path secret = Files.createTempFile("daybook", ".txt");
    Files.writeString(secret, "SECRET");
    try {
      String external = "<!DOCTYPE plist [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
      String bomb =
          "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
              + "<!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;\">]>";
      for (String declaration : List.of(external, bomb, "<!DOCTYPE plist [ ]>", HEAD, "")) {
        assertThatExceptionOfType(UnreadablePlist.class)
            .as(declaration)
            .isThrownBy(
                () ->
                    read(
                        declaration
                            + "<plist><dict><key>k</key><string>&x;</string></dict></plist>"));
      }
      for (String declaration : List.of(external, bomb)) {
        assertThatExceptionOfType(UnreadablePlist.class)
            .as(declaration)
            .isThrownBy(() -> read(declaration + "<plist><dict/></plist>"));
      }
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void nestingIsBounded() {
    assertThat(xml(nested(60))).isNotNull();
    assertThatThrownBy(() -> xml(nested(100_000)))
        .isInstanceOfSatisfying(
            UnreadablePlist.class, e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_TOO_DEEP));
    String strange = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThatThrownBy(() -> xml("<key>k</key>" + strange)).isInstanceOf(UnreadablePlist.class);
  }

  @Test
  void elementsAreBounded() {
    String many = "<key>k</key><array>" + "<true/>".repeat(1000) + "</array>";
    PlistLimits few = new PlistLimits(64, 500);
    assertThatThrownBy(() -> Plists.read(plist(many), few))
        .isInstanceOfSatisfying(
            UnreadablePlist.class,
            e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_TOO_MANY_ELEMENTS));
    assertThat(Plists.read(plist(many)).items("k")).hasSize(1000);
  }

  @Test
  void everyTypeIsReadFromBinary() throws IOException {
    NSDictionary dict = new NSDictionary();
    dict.put("s", "ascii");
    dict.put("u", "caf\u00e9 \ud83d\ude00");
    dict.put("long", "x".repeat(5000));
    dict.put("i", new NSNumber(300));
    dict.put("n", new NSNumber(-1L));
    dict.put("r", new NSNumber(2.25));
    dict.put("t", new NSNumber(true));
    dict.put("d", new NSDate(Date.from(Instant.parse("2026-11-24T08:00:00Z"))));
    dict.put("b", new byte[] {9, 8});
    dict.put("a", new NSArray(new NSString("x"), new NSNumber(1)));
    PlistDict read = Plists.read(BinaryPropertyListWriter.writeToArray(dict));
    assertThat(read.text("s")).contains("ascii");
    assertThat(read.text("u")).contains("caf\u00e9 \ud83d\ude00");
    assertThat(read.text("long")).contains("x".repeat(5000));
    assertThat(read.whole("i")).contains(300L);
    assertThat(read.whole("n")).contains(-1L);
    assertThat(read.value("r")).contains(new Real(2.25));
    assertThat(read.value("t")).contains(new Flag(true));
    assertThat(read.value("d")).contains(new Moment(Instant.parse("2026-11-24T08:00:00Z")));
    assertThat(read.data("b")).contains(new byte[] {9, 8});
    assertThat(read.items("a")).containsExactly(new Text("x"), new Whole(1));
  }

  @Test
  void binaryCyclesAndUnfoldingListsAreRefused() {
    byte[] cycle = Binary.ofObjects(new byte[] {(byte) 0xA1, 0});
    assertThatThrownBy(() -> Plists.read(cycle))
        .isInstanceOfSatisfying(
            UnreadablePlist.class, e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_TOO_DEEP));
    byte[][] doubling = new byte[40][];
    for (int i = 0; i < 39; i++) {
      doubling[i] = new byte[] {(byte) 0xA2, (byte) (i + 1), (byte) (i + 1)};
    }
    doubling[39] = new byte[] {0x09};
    assertThatThrownBy(() -> Plists.read(Binary.ofObjects(doubling)))
        .isInstanceOfSatisfying(
            UnreadablePlist.class,
            e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_TOO_MANY_ELEMENTS));
  }

  @Test
  void aSharedTextThatUnfoldsIntoGigabytesIsRefused() {
    byte[] big = new byte[6 + 1_000_000];
    big[0] = 0x4F;
    big[1] = 0x12;
    big[3] = 0x0F;
    big[4] = 0x42;
    big[5] = 0x40;
    byte[] list = new byte[4 + 200];
    list[0] = (byte) 0xAF;
    list[1] = 0x11;
    list[2] = 0;
    list[3] = (byte) 200;
    java.util.Arrays.fill(list, 4, list.length, (byte) 1);
    assertThatThrownBy(() -> Plists.read(Binary.ofObjects(list, big)))
        .isInstanceOfSatisfying(
            UnreadablePlist.class,
            e -> assertThat(e.reason()).isEqualTo(Refusal.PLIST_TOO_MANY_ELEMENTS));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    PlistDict dict =
        PlistDict.of(
            Map.of(
                "a", List.of("x", 1, 2.5, true),
                "d", Instant.parse("2026-11-24T08:00:00Z"),
                "e", "<&>\r\n\t\u2019 \ud83d\ude00",
                "m", Map.of("b", "c")));
    assertThat(Plists.read(Plists.write(dict))).isEqualTo(dict);
    byte[] data = Plists.write(PlistDict.of(Map.of("b", new byte[] {1, 2})));
    assertThat(Plists.read(data).data("b")).contains(new byte[] {1, 2});
  }

  @Test
  void charactersThatXmlCantHoldDontSpoilWhatIsWritten() {
    byte[] written = Plists.write(PlistDict.of(Map.of("k", "a\u0000b\ud800c")));
    assertThat(Plists.read(written).text("k")).contains("a\uFFFDb\uFFFDc");
  }

  @Test
  void capturedMessagesAreRead() throws IOException {
    List<Path> files =
        Stream.concat(
                Shared.fixtures("nanomdm", ".plist").stream(),
                Shared.fixtures("zentral", ".plist").stream())
            .toList();
    org.junit.jupiter.api.Assumptions.assumeFalse(
        files.isEmpty(), "skipped: shared/fixtures is not here");
    for (Path file : files) {
      assertThat(Plists.value(Files.readAllBytes(file), PlistLimits.STANDARD))
          .as(file.toString())
          .isNotNull();
    }
  }

  private static String nested(int levels) {
    return "<key>k</key>" + "<array>".repeat(levels) + "</array>".repeat(levels);
  }

  private static byte[] plist(String content) {
    return (HEAD + "<plist version=\"1.0\"><dict>" + content + "</dict></plist>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static PlistDict xml(String content) {
    return Plists.read(plist(content));
  }

  private static PlistDict read(String text) {
    return Plists.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
