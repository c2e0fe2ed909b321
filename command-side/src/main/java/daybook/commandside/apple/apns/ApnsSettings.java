// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Apple's push service is.
 *
 * @param apnsHost key {@code daybook.apns_host}
 * @param apnsPort key {@code daybook.apns_port}: 443, or 2197 where 443 is closed
 * @param apnsTrustedCa key {@code daybook.apns_trusted_ca}: PEM text of the authorities that the
 *     service's certificate is judged by, or the path of such a file; those of the Java runtime by
 *     default
 * @param apnsConcurrency key {@code daybook.apns_concurrency}: how many pushes may be under way at
 *     once
 */
@ConfigurationProperties("daybook")
public record ApnsSettings(
    @DefaultValue("api.push.apple.com") String apnsHost,
    @DefaultValue("443") int apnsPort,
    @DefaultValue("") String apnsTrustedCa,
    @DefaultValue("32") int apnsConcurrency) {
  private static final int MOST_CONCURRENT = 1000;

  public ApnsSettings {
    if (apnsHost.isBlank()) {
      throw new IllegalArgumentException("daybook.apns_host must name the push service's host");
    }
    if (apnsPort < 1 || apnsPort > 65_535) {
      throw new IllegalArgumentException("daybook.apns_port must be a port, not " + apnsPort);
    }
    if (apnsConcurrency < 1 || apnsConcurrency > MOST_CONCURRENT) {
      throw new IllegalArgumentException(
          "daybook.apns_concurrency must lie between 1 and 1000, not " + apnsConcurrency);
    }
    apnsTrustedCa = apnsTrustedCa.strip();
    authorities(apnsTrustedCa);
  }

  /** The trusted authorities; none: those of the Java runtime. */
  X509Certificate[] trusted() {
    return authorities(apnsTrustedCa);
  }

  private static X509Certificate[] authorities(String pemOrPath) {
    if (pemOrPath.isEmpty()) {
      return new X509Certificate[0];
    }
    try {
      byte[] pem =
          pemOrPath.contains("-----BEGIN")
              ? pemOrPath.getBytes(StandardCharsets.US_ASCII)
              : Files.readAllBytes(Path.of(pemOrPath));
      X509Certificate[] found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      if (found.length == 0) {
        throw new CertificateException("it holds no certificate");
      }
      return found;
    } catch (IOException | InvalidPathException | CertificateException e) {
      throw new IllegalArgumentException(
          "daybook.apns_trusted_ca must be PEM certificates, or the path of a file of such: "
              + e.getMessage(),
          e);
    }
  }
}
