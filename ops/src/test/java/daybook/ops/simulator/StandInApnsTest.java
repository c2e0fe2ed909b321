// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import daybook.ops.simulator.apns.ReceivedPush;
import daybook.ops.simulator.apns.StandInApns;
import daybook.ops.simulator.apns.StandInCredentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInApnsTest {
  private static final String TOKEN = "aa".repeat(32);
  private static final String TOPIC = "com.apple.mgmt.External.test";

  @TempDir Path home;

  @Test
  void itRecordsPushesAndWakesWhoTheyAreFor() throws Exception {
    try (StandInApns apns = StandInApns.start(home, Clock.systemUTC())) {
      List<String> woken = new CopyOnWriteArrayList<>();
      apns.onPush(woken::add);
      assertThat(push(apns).isAccepted()).isTrue();
      ReceivedPush received = apns.received().get(0);
      assertThat(received.token()).isEqualTo(TOKEN);
      assertThat(received.topic()).isEqualTo(TOPIC);
      assertThat(received.pushType()).isEqualTo("mdm");
      assertThat(received.payload()).isEqualTo("{\"mdm\":\"magic\"}");
      assertThat(woken).containsExactly(TOKEN);
    }
  }

  @Test
  void itRejectsWhatItWasToldToReject() throws Exception {
    try (StandInApns apns = StandInApns.start(home, Clock.systemUTC())) {
      List<String> woken = new CopyOnWriteArrayList<>();
      apns.onPush(woken::add);
      apns.reject(TOKEN, RejectionReason.UNREGISTERED);
      PushNotificationResponse<SimpleApnsPushNotification> response = push(apns);
      assertThat(response.getRejectionReason()).contains("Unregistered");
      assertThat(apns.received())
          .extracting(ReceivedPush::rejected)
          .containsExactly("UNREGISTERED");
      assertThat(woken).isEmpty();
      apns.accept(TOKEN);
      assertThat(push(apns).isAccepted()).isTrue();
    }
  }

  @Test
  void itsCredentialsComeBackAndTheTopicIsInTheSubject() throws Exception {
    StandInCredentials made = StandInCredentials.in(home, Clock.systemUTC());
    assertThat(StandInCredentials.in(home, Clock.systemUTC())).isEqualTo(made);
    assertThat(certificate(made.pushCertificate()).getSubjectX500Principal().getName())
        .contains("UID=com.apple.mgmt.External.");
    certificate(made.pushCertificate()).verify(certificate(made.trustedCa()).getPublicKey());
  }

  private static PushNotificationResponse<SimpleApnsPushNotification> push(StandInApns apns)
      throws Exception {
    ApnsClient client =
        new ApnsClientBuilder()
            .setApnsServer(apns.host(), apns.port())
            .setTrustedServerCertificateChain(stream(apns.credentials().trustedCa()))
            .setClientCredentials(pkcs12(apns.credentials()), "x")
            .build();
    try {
      return client
          .sendNotification(
              new SimpleApnsPushNotification(
                  TOKEN,
                  TOPIC,
                  "{\"mdm\":\"magic\"}",
                  Instant.now().plus(Duration.ofDays(7)),
                  DeliveryPriority.IMMEDIATE,
                  PushType.MDM))
          .get(30, TimeUnit.SECONDS);
    } finally {
      client.close().get(30, TimeUnit.SECONDS);
    }
  }

  private static InputStream pkcs12(StandInCredentials credentials) throws Exception {
    byte[] der =
        Base64.getMimeDecoder().decode(credentials.pushKey().replaceAll("-----[^-]+-----", ""));
    PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "push",
        key,
        "x".toCharArray(),
        new Certificate[] {certificate(credentials.pushCertificate())});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, "x".toCharArray());
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static X509Certificate certificate(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(stream(pem));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
