// SPDX-License-Identifier: Apache-2.0
package daybook.projections.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsConfigurationTest {
  @TempDir private Path home;

  @Test
  void severalNodesDoNotShareViews() {
    assertThatThrownBy(
            () -> new ViewsConfiguration().viewStores(home, "mongodb://h/views", true, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("daybook.several_nodes and daybook.views_url exclude each other");
  }
}
