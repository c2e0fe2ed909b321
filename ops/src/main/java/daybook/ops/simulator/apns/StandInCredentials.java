// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.apns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;

/**
 * The certificates and keys of the stand-in, as PEM. They are kept in a directory and come back
 * from it, for a device never lets its topic change.
 *
 * @param trustedCa what a push client must trust
 * @param pushCertificate the certificate by which the push client proves itself
 */
public record StandInCredentials(
    String trustedCa,
    String serverCertificate,
    String serverKey,
    String pushCertificate,
    String pushKey) {
  /** Those of a directory; made when they are not there yet. */
  public static StandInCredentials in(Path directory, Clock clock) {
    Path last = directory.resolve("push-certificate.pem");
    if (!Files.exists(last)) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      make(clock).keep(directory);
    }
    return new StandInCredentials(
        Pem.read(directory.resolve("ca.pem")),
        Pem.read(directory.resolve("server-certificate.pem")),
        Pem.read(directory.resolve("server-key.pem")),
        Pem.read(last),
        Pem.read(directory.resolve("push-key.pem")));
  }

  private static StandInCredentials make(Clock clock) {
    StandInAuthority authority = new StandInAuthority(clock);
    KeyPair server = StandInAuthority.keys();
    KeyPair push = StandInAuthority.keys();
    return new StandInCredentials(
        authority.certificate(),
        authority.server(server.getPublic()),
        Pem.of("PRIVATE KEY", server.getPrivate().getEncoded()),
        authority.push(push.getPublic()),
        Pem.of("PRIVATE KEY", push.getPrivate().getEncoded()));
  }

  private void keep(Path directory) {
    Pem.write(directory.resolve("ca.pem"), trustedCa);
    Pem.write(directory.resolve("server-key.pem"), serverKey);
    Pem.write(directory.resolve("server-certificate.pem"), serverCertificate);
    Pem.write(directory.resolve("push-key.pem"), pushKey);
    Pem.write(directory.resolve("push-certificate.pem"), pushCertificate);
  }

  @Override
  public String toString() {
    return "StandInCredentials";
  }
}
