// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.projections.store.Query;
import daybook.projections.store.ViewStoreContract;
import daybook.projections.store.ViewStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteViewStoreTest extends ViewStoreContract {
  @TempDir Path folder;

  @Override
  protected ViewStores stores() {
    return new SqliteViewStores(folder);
  }

  @Test
  void readersSeeWholeBatchesOnly() throws Exception {
    five();
    List<Long> seen = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                seen.add(store().count(Query.equal("name", "even")));
              }
            });
    reader.start();
    for (int i = 0; i < 50; i++) {
      String name = i % 2 == 0 ? "odd" : "even";
      write(10 + i, thing("b", name, 20L, null), thing("d", name, 40L, null));
    }
    reader.join();
    assertThat(seen).hasSize(200).allMatch(count -> count == 0 || count == 2);
  }
}
