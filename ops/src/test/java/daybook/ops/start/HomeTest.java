// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

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
