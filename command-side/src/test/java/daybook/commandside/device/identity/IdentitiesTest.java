// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.Trust;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.fake.Identity;
import daybook.commandside.fake.MapKeyChest;
import daybook.commandside.fake.ScriptedIntents;
import daybook.commandside.fake.TestClock;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class IdentitiesTest {
  private static final byte[] BODY =
      "<plist>what was said</plist>".getBytes(StandardCharsets.UTF_8);
  private static final RenewalSettings RENEWAL =
      new RenewalSettings(Duration.ofDays(90), Duration.ofDays(180));
  private static final String PROXY = "10.0.0.1";
  private static final String CERTIFICATE = "X-SSL-Client-Cert";
  private static final String SUBJECT = "X-SSL-Client-S-DN";
  private static final Identity CA = Identity.authority("CN=Test CA");
  private static final Identity MAC = CA.device("CN=MDM$OTA$abc,O=Daybook");
  private static final Identity EC = CA.ecDevice("CN=EC");

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Entrance entrance = entrance();

  @ParameterizedTest
  @ValueSource(strings = {"SHA1withRSA", "SHA256withRSA", "SHA384withRSA", "SHA512withRSA"})
  void bothShapesOfSignaturesAreAccepted(String algorithm) throws IOException {
    assertProven(MAC, signed(MAC.signature(BODY, algorithm)));
    assertProven(MAC, signed(MAC.directSignature(BODY, algorithm)));
    assertProven(
        MAC,
        signed(
            MAC.signature(BODY, algorithm, false, ASN1Encoding.BER, List.of(MAC.certificate()))));
    assertProven(
        MAC,
        signed(MAC.signature(BODY, algorithm, true, ASN1Encoding.DER, List.of(MAC.certificate()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA1withECDSA", "SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA"})
  void ellipticCurvesAreAcceptedToo(String algorithm) throws IOException {
    assertProven(EC, signed(EC.signature(BODY, algorithm)));
    assertProven(EC, signed(EC.directSignature(BODY, algorithm)));
  }

  @Test
  void anEmptySubjectIsAccepted() throws IOException {
    Identity nameless = CA.device("");
    assertProven(nameless, signed(nameless.directSignature(BODY, "SHA1withRSA")));
  }

  @Test
  void theSignersCertificateIsFoundAmongOthers() throws IOException {
    String signature =
        MAC.signature(
            BODY,
            "SHA256withRSA",
            false,
            ASN1Encoding.DER,
            List.of(CA.certificate(), EC.certificate(), MAC.certificate()));
    assertProven(MAC, signed(signature));
  }

  @Test
  void anotherBodyDoesntMatch() throws IOException {
    for (Identity identity : List.of(MAC, EC)) {
      String kind = identity == MAC ? "SHA256withRSA" : "SHA256withECDSA";
      for (String signature :
          List.of(identity.signature(BODY, kind), identity.directSignature(BODY, kind))) {
        MockHttpServletRequest request = signed(signature);
        request.setContent((new String(BODY, StandardCharsets.UTF_8) + " ").getBytes());
        assertRefused(request, Refusal.SIGNATURE_MISMATCH);
      }
    }
  }

  @Test
  void aSignatureByAnotherKeyUnderADevicesCertificateDoesntMatch() throws IOException {
    Identity thief = new Identity(CA.device("CN=thief").keys(), MAC.certificate());
    assertRefused(signed(thief.signature(BODY, "SHA256withRSA")), Refusal.SIGNATURE_MISMATCH);
    assertRefused(signed(thief.directSignature(BODY, "SHA1withRSA")), Refusal.SIGNATURE_MISMATCH);
  }

  @Test
  void whatIsNoSignatureByOneSignerIsUnreadable() throws IOException {
    for (String header :
        List.of(
            "x",
            "AAAA",
            "MIIB",
            Base64.getEncoder().encodeToString(MAC.encoded()),
            MAC.signature(BODY, "SHA256withRSA", false, ASN1Encoding.DER, List.of()),
            MAC.signature(
                BODY, "SHA256withRSA", false, ASN1Encoding.DER, List.of(EC.certificate())),
            Base64.getEncoder().encodeToString(nested(5000)))) {
      assertRefused(signed(header), Refusal.SIGNATURE_UNREADABLE);
    }
    MockHttpServletRequest twice = signed(MAC.signature(BODY, "SHA256withRSA"));
    twice.addHeader(Identities.SIGNATURE, MAC.signature(BODY, "SHA256withRSA"));
    assertRefused(twice, Refusal.SIGNATURE_UNREADABLE);
  }

  @Test
  void strangersAndEndedCertificatesAreRefused() throws IOException {
    Identity stranger = Identity.authority("CN=Test CA").device("CN=stranger");
    assertRefused(signed(stranger.signature(BODY, "SHA256withRSA")), Refusal.CERTIFICATE_UNTRUSTED);
    Identity ended = CA.endedDevice("CN=ended");
    assertRefused(
        signed(ended.signature(BODY, "SHA256withRSA")), Refusal.CERTIFICATE_NOT_VALID_NOW);
  }

  @Test
  void whoseCertificateEndedNotLongAgoIsNoCallerButOneWhoMayRenewIt() throws IOException {
    MockHttpServletRequest request = signed(MAC.signature(BODY, "SHA256withRSA"));
    Instant end = MAC.certificate().getNotAfter().toInstant();
    clock.advance(Duration.between(clock.instant(), end.plus(Duration.ofDays(180))));
    assertThat(entrance.enter(request, 1000))
        .isInstanceOfSatisfying(
            Entry.Ended.class,
            entry -> {
              assertThat(entry.end()).isEqualTo(end);
              assertThat(entry.proven().caller().sha256()).isEqualTo(MAC.sha256());
            });
    MockHttpServletRequest forged = signed(MAC.signature(new byte[1], "SHA256withRSA"));
    assertRefused(forged, Refusal.SIGNATURE_MISMATCH);
    Identity stranger = Identity.authority("CN=Test CA").device("CN=stranger");
    assertRefused(signed(stranger.signature(BODY, "SHA256withRSA")), Refusal.CERTIFICATE_UNTRUSTED);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(signed(MAC.signature(BODY, "SHA256withRSA")), Refusal.CERTIFICATE_NOT_VALID_NOW);
  }

  @Test
  void whoseCertificateEndedHasNoRoomForLongBodies() throws IOException {
    Instant end = MAC.certificate().getNotAfter().toInstant();
    clock.advance(Duration.between(clock.instant(), end.plusSeconds(1)));
    Entry entry = entrance.enter(signed(MAC.signature(BODY, "SHA256withRSA")), 4);
    assertThat(entry)
        .isInstanceOfSatisfying(
            Entry.TurnedAway.class,
            turned -> assertThat(turned.reason()).isEqualTo(Refusal.BODY_TOO_LARGE));
  }

  @Test
  void nothingAtAllIsAMissingIdentity() throws IOException {
    assertRefused(request("203.0.113.5"), Refusal.IDENTITY_MISSING);
  }

  @Test
  void certificateHeadersFromElsewhereAreDroppedAndCounted() throws IOException {
    MockHttpServletRequest spoofed = vouched(MAC.pem().replace("\n", " "), null);
    spoofed.setRemoteAddr("203.0.113.5");
    assertRefused(spoofed, Refusal.PROXY_UNTRUSTED);
    assertThat(meters.counter("daybook.certificate.headers.dropped").count()).isEqualTo(1);
    MockHttpServletRequest signed = signed(MAC.signature(BODY, "SHA256withRSA"));
    signed.setRemoteAddr("203.0.113.5");
    signed.addHeader(CERTIFICATE, ":" + base64(EC) + ":");
    assertProven(MAC, signed);
    assertThat(meters.counter("daybook.certificate.headers.dropped").count()).isEqualTo(2);
  }

  @Test
  void theSubjectMustAgreeHoweverItIsWritten() throws IOException {
    for (String subject :
        List.of(
            "CN=MDM$OTA$abc,O=Daybook",
            "O=Daybook,CN=MDM$OTA$abc",
            "/O=Daybook/CN=MDM$OTA$abc",
            "O = Daybook , CN = \"MDM$OTA$abc\"",
            "2.5.4.3=MDM$OTA$abc,OID.2.5.4.10=Daybook")) {
      assertProven(MAC, vouched(":" + base64(MAC) + ":", subject));
    }
    for (String subject :
        List.of("CN=MDM$OTA$abc", "CN=other,O=Daybook", "x", "CN=MDM$OTA$abc,O=Daybook,OU=x")) {
      assertRefused(vouched(":" + base64(MAC) + ":", subject), Refusal.SUBJECT_DISAGREES);
    }
  }

  @Test
  void twoIdentitiesMustBeTheSame() throws IOException {
    MockHttpServletRequest same = vouched(":" + base64(MAC) + ":", null);
    same.addHeader(Identities.SIGNATURE, MAC.signature(BODY, "SHA256withRSA"));
    assertProven(MAC, same);
    MockHttpServletRequest two = vouched(":" + base64(EC) + ":", null);
    two.addHeader(Identities.SIGNATURE, MAC.signature(BODY, "SHA256withRSA"));
    assertRefused(two, Refusal.IDENTITIES_DISAGREE);
    MockHttpServletRequest wrong = vouched(":" + base64(MAC) + ":", null);
    wrong.addHeader(Identities.SIGNATURE, MAC.signature(new byte[1], "SHA256withRSA"));
    assertRefused(wrong, Refusal.SIGNATURE_MISMATCH);
  }

  @Test
  void aBodyIsReadToItsLimitOnlyForThoseWeTrust() throws IOException {
    MockHttpServletRequest large = signed(MAC.signature(BODY, "SHA256withRSA"));
    large.setContent(new byte[200_000]);
    assertThat(entrance.enter(large, 100_000)).isInstanceOf(Entry.Oversized.class);
    MockHttpServletRequest stranger = request("203.0.113.5");
    stranger.setContent(new byte[200_000]);
    Entry.TurnedAway away = (Entry.TurnedAway) entrance.enter(stranger, 100_000);
    assertThat(away.body()).hasSize(8192);
  }

  private void assertProven(Identity identity, MockHttpServletRequest request) throws IOException {
    assertThat(entrance.enter(request, 1 << 20))
        .isInstanceOfSatisfying(
            Entry.Proven.class,
            entry -> {
              assertThat(entry.caller().sha256()).isEqualTo(identity.sha256());
              assertThat(entry.caller().certificate().issuer()).isEqualTo("CN=Test CA");
              assertThat(entry.body()).isEqualTo(BODY);
            });
  }

  private void assertRefused(MockHttpServletRequest request, Refusal reason) throws IOException {
    assertThat(entrance.enter(request, 1 << 20))
        .isInstanceOfSatisfying(
            Entry.TurnedAway.class, entry -> assertThat(entry.reason()).isEqualTo(reason));
  }

  private static MockHttpServletRequest signed(String signature) {
    MockHttpServletRequest request = request("203.0.113.5");
    request.addHeader(Identities.SIGNATURE, signature);
    return request;
  }

  private static MockHttpServletRequest vouched(String certificate, String subject) {
    MockHttpServletRequest request = request(PROXY);
    request.addHeader(CERTIFICATE, certificate);
    if (subject != null) {
      request.addHeader(SUBJECT, subject);
    }
    return request;
  }

  private static MockHttpServletRequest request(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setContent(BODY);
    return request;
  }

  private static String base64(Identity identity) {
    return Base64.getEncoder().encodeToString(identity.encoded());
  }

  private static byte[] nested(int levels) {
    byte[] open = new byte[4 * levels];
    for (int i = 0; i < 2 * levels; i += 2) {
      open[i] = 0x30;
      open[i + 1] = (byte) 0x80;
    }
    return open;
  }

  private Entrance entrance() {
    ScriptedIntents intents =
        new ScriptedIntents().on(ListAuthorities.class, ask -> Outcome.accepted(List.of()));
    Trust trust = Trust.of(new CertificateAuthority(intents, new MapKeyChest()), CA.pem());
    DoorSettings settings =
        new DoorSettings(
            List.of(PROXY),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(64));
    ProxyHeaders proxy =
        new ProxyHeaders(
            new TrustedProxies(settings), new ProxySettings(CERTIFICATE, SUBJECT), meters);
    return new Entrance(new Identities(trust, proxy), RENEWAL, clock);
  }
}
