// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who vouches for devices when they enroll over the air: the authority by which Apple certifies
 * each at its making. It is pinned, and time is ignored on purpose, for no date satisfies its
 * chain.
 *
 * @param deviceCaFullchain key {@code daybook.device_ca_fullchain}: PEM of other such authorities,
 *     or <code>{{ file:PATH }}</code>; Apple's by default
 */
@ConfigurationProperties("daybook")
public record DeviceAuthorities(@DefaultValue("") String deviceCaFullchain) {
  private static final String KEY = "daybook.device_ca_fullchain";
  private static final String APPLE = "/apple/iphone-device-ca.pem";

  public DeviceAuthorities {
    deviceCaFullchain = deviceCaFullchain.strip();
    parse(deviceCaFullchain);
  }

  /** Whether one of them signed a certificate, now or ever. */
  public boolean vouchFor(X509CertificateHolder certificate) {
    try {
      return new Chain(parse(deviceCaFullchain), List.of()).reaches(certificate, Instant.EPOCH);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Bouncy Castle reads lazily: what is malformed inside shows only when it is asked for.
      return false;
    }
  }

  /** Apple's device authority first, then those above it up to its root. */
  static List<X509CertificateHolder> apple() {
    try (InputStream in = DeviceAuthorities.class.getResourceAsStream(APPLE)) {
      return PemCertificates.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException("Apple's device authority can't be read", e);
    }
  }

  private static List<X509CertificateHolder> parse(String value) {
    if (value.isEmpty()) {
      return apple().subList(0, 1);
    }
    try {
      return PemCertificates.read(new PemSource(KEY, value).text());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          KEY + " must be PEM certificates, or {{ file:PATH }} of such a file: " + e.getMessage());
    }
  }
}
