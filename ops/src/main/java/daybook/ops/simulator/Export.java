// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.EnrollmentProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * Enrolls one simulated Mac and writes down what another program needs to speak for it: its
 * certificate and key as PEM, its server's URLs, and an Idle report.
 */
public final class Export {
  private Export() {}

  /**
   * Enrolls and writes.
   *
   * @param arguments an enrollment link, a directory that is there, and a seed; then also the PEM
   *     of the server's authority, for a device that shows its certificate in TLS
   */
  public static void main(String[] arguments) throws IOException {
    SimulatedDevice device = SimulatedDevice.mac(Long.parseLong(arguments[2]));
    if (arguments.length > 3) {
      device.overTls(List.of(certificate(Path.of(arguments[3]))));
    }
    device.insideSimulation().enroll(URI.create(arguments[0]));
    Path directory = Path.of(arguments[1]);
    write(directory, "certificate.pem", pem("CERTIFICATE", device.identity().der()));
    write(directory, "key.pem", pem("PRIVATE KEY", device.identity().key().getEncoded()));
    EnrollmentProfile profile = device.profile();
    write(directory, "udid", device.udid());
    write(directory, "server-url", profile.serverUrl().toString());
    write(directory, "check-in-url", profile.checkInUrl().toString());
    NSDictionary idle = new NSDictionary();
    idle.put("Status", "Idle");
    idle.put("UDID", device.udid());
    Files.write(directory.resolve("idle.plist"), Plists.xml(idle));
  }

  private static X509CertificateHolder certificate(Path pem) throws IOException {
    try (PEMParser parser = new PEMParser(Files.newBufferedReader(pem))) {
      return (X509CertificateHolder) parser.readObject();
    }
  }

  private static void write(Path directory, String name, String text) throws IOException {
    Files.write(directory.resolve(name), text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
