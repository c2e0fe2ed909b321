// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What each journey over pages has: a browser and a house, new for each test. */
abstract class PageJourney {
  House house;
  Chromium chromium;

  @BeforeEach
  void open(@TempDir Path folder) {
    chromium = Chromium.start();
    house = house(folder);
  }

  /** The house, in this folder. */
  House house(Path folder) {
    return House.at(folder);
  }

  @AfterEach
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (house != null) {
      house.close();
    }
  }
}
