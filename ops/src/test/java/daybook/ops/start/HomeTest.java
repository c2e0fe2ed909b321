// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void aNewHomeIsItsOwnersAlone() throws IOException {
    Path path = Home.at(folder.resolve("above").resolve("data")).path();
    assertThat(mode(path)).isEqualTo("rwx------");
    Home.at(path).requireSimulation(true);
    assertThat(mode(path.resolve("simulation"))).isEqualTo("rwx------");
  }

  @Test
  void aHomeThatIsThereKeepsItsMode() throws IOException {
    Path path = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(mode(Home.at(path).path())).isEqualTo("rwxr-x---");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aSimulatedHomeStaysOne() throws IOException {
    Home home = Home.at(folder);
    home.requireSimulation(true);
    Files.createFile(folder.resolve("log.db"));

    assertThatCode(() -> home.requireSimulation(true)).doesNotThrowAnyException();
    assertThatThrownBy(() -> home.requireSimulation(false)).hasMessageContaining("--simulate N");
  }

  @Test
  void aRealHomeNeverBecomesASimulation() throws IOException {
    Home home = Home.at(folder);
    home.requireSimulation(false);
    Files.createFile(folder.resolve("log.db"));

    assertThatThrownBy(() -> home.requireSimulation(true))
        .hasMessageContaining("without --simulate");
  }
}
