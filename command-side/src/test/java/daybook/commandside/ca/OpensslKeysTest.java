// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import daybook.commandside.apple.apns.PushPki;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files that openssl wrote, for that is what people have. */
class OpensslKeysTest {
  private static final PushPki PKI = new PushPki(Instant.now());
  private static final String PASSWORD = "secret";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa -traditional -aes128",
        "rsa -traditional -des3",
        "rsa -aes256",
        "pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256",
        "pkcs8 -topk8 -v2 des3 -v2prf hmacWithSHA1",
        "pkcs8 -topk8 -scrypt",
        "pkcs8 -topk8 -v1 PBE-SHA1-3DES",
        "ec -aes128",
        "pkcs8 -topk8 -v2 aes-128-cbc EC"
      })
  void areReadWithTheirPassword(String how) throws IOException, InterruptedException {
    boolean curve = how.startsWith("ec") || how.endsWith("EC");
    PrivateKey key = PKI.push("com.apple.mgmt.x", curve ? "EC" : "RSA", Instant.now()).key();
    Path plain = folder.resolve("plain.pem");
    Path locked = folder.resolve("locked.pem");
    Files.writeString(plain, PushPki.pem("PRIVATE KEY", key.getEncoded()));
    openssl(how.replace(" EC", ""), plain, locked);
    String pem = Files.readString(locked, StandardCharsets.US_ASCII);
    assertThat(pem).contains("ENCRYPTED");

    assertThat(PemPrivateKey.read(pem, PASSWORD).map(OpensslKeysTest::number))
        .hasValue(number(key));
    assertThat(PemPrivateKey.read(pem, "wrong")).isEmpty();
  }

  /** The number that nobody else knows; encodings of one key may differ around it. */
  private static BigInteger number(PrivateKey key) {
    return key instanceof RSAPrivateKey rsa
        ? rsa.getPrivateExponent()
        : ((ECPrivateKey) key).getS();
  }

  private static void openssl(String how, Path in, Path out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(how.split(" ", -1)));
    command.addAll(
        List.of("-in", in.toString(), "-out", out.toString(), "-passout", "pass:" + PASSWORD));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeThat(e).as("openssl is not installed").isNull();
      throw e;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
