// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.Trust;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.fake.Identity;
import daybook.commandside.fake.MapKeyChest;
import daybook.commandside.fake.ScriptedIntents;
import daybook.commandside.fake.Shared;
import daybook.commandside.fake.TestClock;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** Whatever a trusted proxy calls the client's certificate, and however it writes it. */
class ProxyHeadersTest {
  private static final RenewalSettings RENEWAL =
      new RenewalSettings(Duration.ofDays(90), Duration.ofDays(180));
  private static final String PROXY = "10.0.0.1";
  private static final String STRANGER = "203.0.113.5";
  private static final Identity CA = Identity.authority("CN=Test CA");
  private static final Identity MAC = CA.device("CN=MDM$OTA$abc,O=Daybook");
  private static final Identity OTHER = CA.device("CN=other");
  private static final Identity BELOW = CA.intermediate("CN=Below");
  private static final Identity PHONE = BELOW.device("CN=phone");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  static Set<String> proxies() {
    return ProxyForms.of(MAC).keySet();
  }

  static Set<String> chains() {
    return ProxyForms.of(PHONE, BELOW).keySet();
  }

  @ParameterizedTest
  @MethodSource("proxies")
  void theWordOfATrustedProxyIsTaken(String proxy) throws IOException {
    ProxyForms.Form form = ProxyForms.of(MAC).get(proxy);
    assertThat(enter(form, PROXY))
        .isInstanceOfSatisfying(
            Entry.Proven.class,
            entry -> assertThat(entry.caller().sha256()).isEqualTo(MAC.sha256()));
    assertThat(dropped()).isZero();
  }

  @ParameterizedTest
  @MethodSource("proxies")
  void theSameFromAnybodyElseIsDroppedAndCounted(String proxy) throws IOException {
    assertRefused(enter(ProxyForms.of(MAC).get(proxy), STRANGER), Refusal.PROXY_UNTRUSTED);
    assertThat(dropped()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("proxies")
  void aCertificateOfAnotherAuthorityIsRefusedWhoeverVouches(String proxy) throws IOException {
    Identity foreign = Identity.authority("CN=Foreign").device("CN=x");
    assertRefused(enter(ProxyForms.of(foreign).get(proxy), PROXY), Refusal.CERTIFICATE_UNTRUSTED);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theCertificatesAboveLeadUpToTheAuthority(String proxy) throws IOException {
    assertThat(enter(ProxyForms.of(PHONE, BELOW).get(proxy), PROXY))
        .isInstanceOfSatisfying(
            Entry.Proven.class,
            entry -> assertThat(entry.caller().sha256()).isEqualTo(PHONE.sha256()));
    assertRefused(
        enter(ProxyForms.of(PHONE).get("HAProxy, ssl_c_der,base64"), PROXY),
        Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void theChainOfRfc9440HasAHeaderOfItsOwn() throws IOException {
    MockHttpServletRequest request = request(PROXY);
    request.addHeader("Client-Cert", ":" + ProxyForms.base64(PHONE) + ":");
    request.addHeader(
        "Client-Cert-Chain", ":" + ProxyForms.base64(BELOW) + ":, :" + ProxyForms.base64(CA) + ":");
    assertThat(entrance("Client-Cert").enter(request, 100)).isInstanceOf(Entry.Proven.class);
  }

  @Test
  void aHeaderThatTheProxyDoesntSetIsTheClientsOwnInventionAndDropped() throws IOException {
    for (Map.Entry<String, ProxyForms.Form> other : ProxyForms.of(OTHER).entrySet()) {
      ProxyForms.Form form = other.getValue();
      boolean known = !form.header().equals("X-Client-Der");
      if (form.header().equals("X-SSL-Client-Cert")) {
        continue;
      }
      MockHttpServletRequest alone = request(PROXY);
      alone.addHeader(form.header(), form.value());
      assertRefused(
          entrance("X-SSL-Client-Cert").enter(alone, 100),
          known ? Refusal.PROXY_UNTRUSTED : Refusal.IDENTITY_MISSING);
      MockHttpServletRequest both = request(PROXY);
      both.addHeader(form.header(), form.value());
      both.addHeader("X-SSL-Client-Cert", ProxyForms.base64(MAC));
      assertThat(entrance("X-SSL-Client-Cert").enter(both, 100))
          .as(other.getKey())
          .isInstanceOfSatisfying(
              Entry.Proven.class,
              entry -> assertThat(entry.caller().sha256()).isEqualTo(MAC.sha256()));
    }
  }

  @Test
  void aHeaderThatCameTwiceIsRefused() throws IOException {
    MockHttpServletRequest twice = request(PROXY);
    twice.addHeader("X-SSL-Client-Cert", ProxyForms.base64(OTHER));
    twice.addHeader("X-SSL-Client-Cert", ProxyForms.base64(MAC));
    assertRefused(entrance("X-SSL-Client-Cert").enter(twice, 100), Refusal.CERTIFICATE_UNREADABLE);
  }

  @Test
  void envoyMustSetItsHeaderAndNotAppendToIt() {
    String one = ProxyForms.envoy(MAC, List.of());
    assertThatThrownBy(
            () -> ForwardedClientCert.read(ProxyForms.envoy(OTHER, List.of()) + "," + one))
        .isInstanceOf(UnreadableIdentity.class)
        .hasMessageContaining("SANITIZE_SET");
    assertThatThrownBy(() -> ForwardedClientCert.read(one.replace(MAC.sha256(), OTHER.sha256())))
        .hasMessageContaining("disagree");
    assertThatThrownBy(() -> ForwardedClientCert.read("Hash=" + MAC.sha256()))
        .hasMessageContaining("lacks Cert");
    assertThatThrownBy(() -> ForwardedClientCert.read(one + ";" + one))
        .hasMessageContaining("more than once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "%%%",
        "%zz",
        "-----BEGIN CERTIFICATE-----AAAA",
        "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
        "::",
        ",",
        "AAAA"
      })
  void whatIsNoCertificateIsUnreadable(String value) throws IOException {
    for (String header : List.of("X-SSL-Client-Cert", "Client-Cert", "X-Forwarded-Client-Cert")) {
      assertRefused(
          enter(new ProxyForms.Form(header, value), PROXY), Refusal.CERTIFICATE_UNREADABLE);
    }
  }

  @Test
  void aRealDevicesCertificateIsReadFromEveryForm() throws IOException {
    String header =
        new String(Shared.fixture("nanomdm/mdm-signature-2.b64"), StandardCharsets.US_ASCII);
    byte[] der = SignedMessage.read(header).certificates().get(0);
    Identity real = new Identity(MAC.keys(), new X509CertificateHolder(der));
    ProxyForms.of(real)
        .forEach(
            (proxy, form) ->
                assertThat(
                        form.header().equals("X-Forwarded-Client-Cert")
                            ? ForwardedClientCert.read(form.value())
                            : CertificateHeader.read(form.value()))
                    .as(proxy)
                    .containsExactly(der));
  }

  @Test
  void aSettingThatIsNoHeaderIsNamed() {
    for (String name : List.of("", "X SSL", "a:b", "ä")) {
      assertThatThrownBy(() -> new ProxySettings(name, "X-SSL-Client-S-DN"))
          .hasMessageContaining("daybook.mtls_proxy_header");
      assertThatThrownBy(() -> new ProxySettings("X-SSL-Client-Cert", name))
          .hasMessageContaining("daybook.mtls_proxy_subject_header");
    }
  }

  private Entry enter(ProxyForms.Form form, String address) throws IOException {
    MockHttpServletRequest request = request(address);
    request.addHeader(form.header(), form.value());
    return entrance(form.header()).enter(request, 100);
  }

  private double dropped() {
    return meters.counter("daybook.certificate.headers.dropped").count();
  }

  private static void assertRefused(Entry entry, Refusal reason) {
    assertThat(entry)
        .isInstanceOfSatisfying(
            Entry.TurnedAway.class, away -> assertThat(away.reason()).isEqualTo(reason));
  }

  private static MockHttpServletRequest request(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setContent(new byte[] {1});
    return request;
  }

  private Entrance entrance(String header) {
    ScriptedIntents intents =
        new ScriptedIntents().on(ListAuthorities.class, ask -> Outcome.accepted(List.of()));
    Trust trust = Trust.of(new CertificateAuthority(intents, new MapKeyChest()), CA.pem());
    DoorSettings door =
        new DoorSettings(
            List.of(PROXY),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(64));
    ProxyHeaders proxy =
        new ProxyHeaders(
            new TrustedProxies(door), new ProxySettings(header, "X-SSL-Client-S-DN"), meters);
    return new Entrance(new Identities(trust, proxy), RENEWAL, new TestClock());
  }
}
