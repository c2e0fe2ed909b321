// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.enrollment.EnrollmentId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed, and for whom and where it opens. */
class SealedVaultTest {
  private static final Subject A = Subject.of(new EnrollmentId("A").stream());
  private static final Subject B = Subject.of(new EnrollmentId("B").stream());
  private static final Instant NOW = Instant.parse("2026-12-31T23:59:59.999Z");
  private static final String EVENT = "PushTokenChanged";

  @TempDir private Path home;
  private KeyStore keys;
  private SealedVault vault;

  @BeforeEach
  void open() throws SQLException {
    keys = KeyStore.open("", home, null, false);
    vault = new SealedVault(keys);
  }

  @AfterEach
  void close() throws SQLException {
    keys.close();
  }

  @Test
  void formatIsForEver() {
    byte[] fixed = new byte[32];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = (byte) i;
    }
    DataKey key =
        DataKey.of(new WrappedKey("1.x", A.value(), KeyClass.SECRET, 1, 0, new byte[0]), fixed);
    Sealed pinned =
        new Sealed(
            "1.x",
            1,
            "ZGVmZ2hpamtsbW5vSEGxpdIL1gdNQiuHsQAE9mVqgHkdEjnYne2C328oxg==",
            "0FH_DHvM_YbNRCOz8MIGHlxxSLgLbdYMQJ_CSDk4ois");
    assertThat(text(SealedVault.open(key, pinned, EVENT, "token"))).isEqualTo("Zoë’s token");
    assertThat(key.fingerprint(bytes("Zoë’s token"))).isEqualTo(pinned.f());
    Sealed again = SealedVault.seal(key, EVENT, "token", bytes("Zoë’s token"), null);
    assertThat(Base64.getDecoder().decode(again.c()))
        .hasSameSizeAs(Base64.getDecoder().decode(pinned.c()));
  }

  @Test
  void whatIsSealedOpensAfterReopening() throws SQLException {
    Secret secret = vault.secret(A, EVENT, "token", bytes("t0k3n"));
    Personal personal = vault.personal(A, EVENT, "userId", bytes("Zoë’s 🖥️"), NOW);
    close();
    open();
    assertThat(vault.open(secret.sealed(), EVENT, "token")).hasValue(bytes("t0k3n"));
    assertThat(vault.open(personal.sealed(), EVENT, "userId")).hasValue(bytes("Zoë’s 🖥️"));
    assertThat(secret.sealed().k()).matches("1\\.[A-Za-z0-9_-]{16}");
    assertThat(secret.sealed().f()).isNull();
  }

  @Test
  void valueThatWasMovedDoesNotOpen() {
    Sealed sealed = vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed();
    for (String[] elsewhere :
        List.of(new String[] {EVENT, "magic"}, new String[] {"UnlockTokenEscrowed", "token"})) {
      assertThatThrownBy(() -> vault.open(sealed, elsewhere[0], elsewhere[1]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("altered or moved");
    }
  }

  @Test
  void valueUnderAnotherSubjectsKeyDoesNotOpen() {
    Sealed ofA = vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed();
    Sealed ofB = vault.secret(B, EVENT, "token", bytes("t0k3n")).sealed();
    Sealed mixed = new Sealed(ofB.k(), 1, ofA.c(), null);
    assertThatThrownBy(() -> vault.open(mixed, EVENT, "token"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void alteredValueDoesNotOpenWhicheverByteItIs() {
    Sealed sealed = vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed();
    byte[] cipher = Base64.getDecoder().decode(sealed.c());
    for (int i = 0; i < cipher.length; i++) {
      byte[] altered = cipher.clone();
      altered[i] ^= 1;
      Sealed other = new Sealed(sealed.k(), 1, Base64.getEncoder().encodeToString(altered), null);
      assertThatThrownBy(() -> vault.open(other, EVENT, "token"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void sealingTwiceGivesDifferentBytesButEqualFingerprints() {
    Sealed first = vault.comparableSecret(A, EVENT, "token", bytes("same")).sealed();
    Sealed second = vault.comparableSecret(A, EVENT, "token", bytes("same")).sealed();
    Sealed other = vault.comparableSecret(A, EVENT, "token", bytes("other")).sealed();
    assertThat(first.c()).isNotEqualTo(second.c());
    assertThat(first.sameAs(second)).isTrue();
    assertThat(first.sameAs(other)).isFalse();
    assertThat(first.sameAs(vault.comparableSecret(B, EVENT, "token", bytes("same")).sealed()))
        .isFalse();
    assertThat(first.f()).isEqualTo(vault.fingerprint(A, bytes("same"))).hasSize(43);
  }

  @Test
  void personalValuesHaveAKeyPerCalendarYearAndFingerprintsOutliveIt() {
    Sealed before = vault.comparablePersonal(A, EVENT, "userId", bytes("same"), NOW).sealed();
    Sealed after =
        vault.comparablePersonal(A, EVENT, "userId", bytes("same"), NOW.plusMillis(1)).sealed();
    assertThat(before.k()).isNotEqualTo(after.k());
    assertThat(before.sameAs(after)).isTrue();
    assertThat(vault.personal(A, EVENT, "userId", bytes("x"), NOW).sealed().k())
        .isEqualTo(before.k());
  }

  @Test
  void largeValuesAreCompressedWhenThatHelps() {
    byte[] text = bytes("all the same ".repeat(10_000));
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    Sealed small = vault.secret(A, EVENT, "message", text).sealed();
    Sealed large = vault.secret(A, EVENT, "message", noise).sealed();
    assertThat(small.c().length()).isLessThan(text.length / 10);
    assertThat(vault.open(small, EVENT, "message")).hasValue(text);
    assertThat(vault.open(large, EVENT, "message")).hasValue(noise);
    assertThat(
            vault.open(vault.secret(A, EVENT, "message", new byte[0]).sealed(), EVENT, "message"))
        .hasValue(new byte[0]);
  }

  @Test
  void valueOfAnUnknownVersionIsADefect() {
    Sealed sealed = vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed();
    assertThatThrownBy(
            () -> vault.open(new Sealed(sealed.k(), 2, sealed.c(), null), EVENT, "token"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void valueWhoseKeyWasDroppedIsErasedAndANewGenerationOpens() {
    Sealed secret = vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed();
    Sealed personal = vault.personal(A, EVENT, "userId", bytes("zoe"), NOW).sealed();
    Sealed ofB = vault.secret(B, EVENT, "token", bytes("t0k3n")).sealed();
    String pseudonym = vault.fingerprint(A, bytes("zoe"));
    keys.drop(A, 1, keys.keyIds(A));

    assertThat(vault.open(secret, EVENT, "token")).isEmpty();
    assertThat(vault.open(personal, EVENT, "userId")).isEmpty();
    assertThat(vault.open(ofB, EVENT, "token")).isPresent();
    assertThat(vault.generation(A)).isEqualTo(2);
    assertThat(vault.generation(B)).isEqualTo(1);
    assertThat(vault.secret(A, EVENT, "token", bytes("t0k3n")).sealed().generation()).isEqualTo(2);
    assertThat(vault.fingerprint(A, bytes("zoe"))).isNotEqualTo(pseudonym);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
