// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.DeviceAuthorities;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.Trust;
import daybook.commandside.device.DevicePortSettings;
import daybook.commandside.device.DeviceSettings;
import daybook.commandside.device.MemorySeams;
import daybook.commandside.device.MovableClock;
import daybook.commandside.device.NotedRefusals;
import daybook.commandside.device.checkin.BlockedDevices;
import daybook.commandside.device.identity.Identities;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.issuer.IssuerSettings;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.session.Challenge;
import daybook.commandside.session.SessionHistory;
import daybook.commandside.tls.Tls;
import daybook.commandside.tls.TlsSettings;
import daybook.domain.Outcome;
import daybook.domain.push.PushCertificate;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.EnrollmentConfiguration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

/** The enrollment door over ports in memory, with one link. */
final class EnrollServer {
  static final String LINK = "s3cret";
  static final String TOPIC = "com.apple.mgmt.External.1234";

  final MemorySeams seams = new MemorySeams();
  final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00Z"));
  final NotedRefusals refusals;
  final EnrollmentReadiness readiness;
  final Renewals renewals;
  final BlockedDevices blockedDevices = mock(BlockedDevices.class);
  private final MockMvc mvc;

  EnrollServer() {
    this(new EnrollSettings("https://mdm.example.org/", List.of(), false), false);
  }

  EnrollServer(EnrollSettings settings, boolean mtlsProxy) {
    this(settings, mtlsProxy, new TlsSettings("", "", true, "", ""));
  }

  EnrollServer(EnrollSettings settings, boolean mtlsProxy, TlsSettings tlsSettings) {
    Origins origins =
        new Origins(
            seams,
            new TrustedProxies(
                new DoorSettings(
                    List.of(),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(16),
                    DataSize.ofMegabytes(64))),
            clock);
    refusals = new NotedRefusals(seams, origins, clock);
    Tls tls = new Tls(tlsSettings);
    PublicUrl url =
        new PublicUrl(
            settings, tls, new MockEnvironment().withProperty("local.server.port", "4711"));
    readiness = new EnrollmentReadiness(url, seams, clock);
    ProfileWriter writer = new ProfileWriter(seams, new CertificateAuthority(seams, seams), tls);
    NewProfiles profiles =
        new NewProfiles(
            new DeviceSettings(mtlsProxy, Duration.ofSeconds(10), 64, 1000, 3000),
            new DevicePortSettings(0, ""));
    IdentitySources sources = new IdentitySources(seams, new IssuerSettings(seams));
    SessionHistory history = new SessionHistory(seams, seams);
    renewals = new Renewals(seams, history, writer, profiles, sources, url, clock);
    Enrollments enrollments =
        new Enrollments(seams, readiness, url, profiles, sources, writer, clock);
    EnrollAnswers answers = new EnrollAnswers(refusals);
    when(blockedDevices.blocked(any(), any(), any())).thenReturn(Outcome.accepted(false));
    mvc =
        MockMvcBuilders.standaloneSetup(
                new EnrollController(enrollments, origins, answers, clock),
                new OtaController(
                    enrollments,
                    ota(new CertificateAuthority(seams, seams)),
                    new OtaEnrollments(
                        seams,
                        blockedDevices,
                        enrollments,
                        new OtaProofs(seams, clock),
                        writer,
                        url,
                        clock),
                    answers,
                    refusals,
                    origins,
                    clock))
            .build();
    seams.configuration =
        new EnrollmentConfiguration(
            new ConfigurationId("c"),
            1,
            ConfigurationDetails.named("all", null, null),
            Sha256.hex(LINK),
            Sha256.hex(Challenge.sharedSecret(LINK)),
            null);
    seams.pushCertificates.add(pushCertificate(1, TOPIC));
  }

  private OtaAnswers ota(CertificateAuthority authority) {
    Trust trust = Trust.of(authority, "");
    return new OtaAnswers(
        new Identities(trust, null),
        new DeviceAuthorities(""),
        trust,
        new DeviceSettings(false, Duration.ofSeconds(10), 64, 1000, 3000),
        clock);
  }

  /** What is answered to a device over the air. */
  MockHttpServletResponse answer(byte[] body) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.post(OtaProfiles.PATH).content(body))
        .andReturn()
        .getResponse();
  }

  static PushCertificate pushCertificate(long number, String topic) {
    return new PushCertificate(number, "push", topic, Instant.EPOCH, Instant.MAX, "pem", "key");
  }

  MockHttpServletResponse get(String linkAndQuery) throws Exception {
    return perform(HttpMethod.GET, linkAndQuery);
  }

  MockHttpServletResponse perform(HttpMethod method, String linkAndQuery) throws Exception {
    String path =
        linkAndQuery.startsWith("/") ? linkAndQuery : "/public/mdm/enroll/" + linkAndQuery;
    URI uri = URI.create("http://localhost" + path);
    return mvc.perform(MockMvcRequestBuilders.request(method, uri)).andReturn().getResponse();
  }

  PlistDict profile(String query) throws Exception {
    return Plists.read(get(LINK + query).getContentAsByteArray());
  }

  static PlistDict payload(PlistDict profile, String type) {
    return profile.items("PayloadContent").stream()
        .map(PlistDict.class::cast)
        .filter(payload -> payload.text("PayloadType").orElseThrow().equals(type))
        .findFirst()
        .orElseThrow();
  }

  static Challenge challenge(PlistDict profile) {
    return Challenge.read(
            payload(profile, "com.apple.security.scep")
                .dict("PayloadContent")
                .orElseThrow()
                .text("Challenge")
                .orElseThrow())
        .orElseThrow();
  }
}
