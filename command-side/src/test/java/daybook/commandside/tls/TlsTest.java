// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import static daybook.commandside.tls.ServerCertificate.NOW;
import static daybook.commandside.tls.ServerCertificate.good;
import static daybook.commandside.tls.ServerCertificate.pem;
import static daybook.commandside.tls.ServerCertificate.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.ca.PemSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Set<String> HOST = Set.of("mdm.example.org");

  @TempDir Path folder;

  @Test
  void aPrivateRootIsDistributedAndAPublicOneIsNot() {
    Tls tls = new Tls(good().settings());
    assertThat(tls.isServed()).isTrue();
    assertThat(tls.distributed()).containsExactly(root());
    assertThat(tls.failures(HOST, NOW)).isEmpty();
    assertThat(new Tls(new TlsSettings("", "", true, "", "")).distributed()).isEmpty();
    KeyedChain chain = good().chain();
    TlsSettings kept = new TlsSettings(pem(chain.own(), root()), "", false, "", "");
    assertThat(new Tls(kept).distributed()).isEmpty();
    assertThat(new Tls(kept).isServed()).isFalse();
  }

  @Test
  void aChainWithoutItsPrivateRootIsTold() {
    KeyedChain chain = good().chain();
    Tls tls = new Tls(new TlsSettings(pem(chain.own()), "", true, "", ""));
    assertThat(tls.failures(HOST, NOW))
        .singleElement()
        .asString()
        .contains("daybook.tls_fullchain", "add the root, CN=Private root");
  }

  @Test
  void aSettingThatDoesntFitIsNamed() {
    KeyedChain chain = good().chain();
    String certificate = pem(chain.own());
    String other = pem(good().key("EC", 256).chain().key());
    assertThatThrownBy(() -> new TlsSettings("", pem(chain.key()), true, "", ""))
        .hasMessage("daybook.tls_privkey needs daybook.tls_fullchain");
    assertThatThrownBy(() -> new TlsSettings(certificate, other, true, "", ""))
        .hasMessageContaining("daybook.tls_privkey is not the key of");
    assertThatThrownBy(() -> new TlsSettings("x", "", true, "", ""))
        .hasMessageContaining("daybook.tls_fullchain must be PEM");
    assertThatThrownBy(() -> new TlsSettings(certificate, "x", true, "", ""))
        .hasMessageContaining("daybook.tls_privkey must be a PEM private key");
    assertThatThrownBy(() -> new TlsSettings("", "", true, certificate, ""))
        .hasMessage("daybook.profile_signing_fullchain needs daybook.profile_signing_privkey");
    assertThatThrownBy(() -> new TlsSettings("{{ file:" + folder + "/no }}", "", true, "", ""))
        .hasMessageContaining("daybook.tls_fullchain");
  }

  @Test
  void aChangedFileIsReadAgainAndWhatDoesntFitLeavesTheFormerOne() throws IOException {
    AtomicLong nanos = new AtomicLong();
    KeyedChain first = good().chain();
    write(first, first);
    WatchedChain watched =
        new WatchedChain(new ChainSource(source("chain"), source("key")), nanos::get);
    assertThat(watched.get().own()).isEqualTo(first.own());
    KeyedChain second = good().key("EC", 256).chain();
    write(second, first);
    assertThat(watched.get().own()).as("not looked at yet").isEqualTo(first.own());
    pass(nanos);
    assertThat(watched.get().own()).as("half of the pair").isEqualTo(first.own());
    write(second, second);
    pass(nanos);
    assertThat(watched.get().own()).isEqualTo(second.own());
    Files.delete(folder.resolve("key"));
    pass(nanos);
    assertThat(watched.get().key()).isEqualTo(second.key());
  }

  private void write(KeyedChain chain, KeyedChain key) throws IOException {
    Files.writeString(folder.resolve("chain"), pem(chain.own()));
    Files.writeString(folder.resolve("key"), pem(key.key()));
  }

  private PemSource source(String file) {
    return new PemSource("daybook." + file, "{{ file:" + folder.resolve(file) + " }}");
  }

  private static void pass(AtomicLong nanos) {
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
  }
}
