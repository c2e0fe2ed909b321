// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import daybook.projections.store.ViewStoreContract;
import daybook.projections.store.ViewStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteViewStoreTest extends ViewStoreContract {
  @TempDir Path folder;

  @Override
  protected ViewStores stores() {
    return new SqliteViewStores(folder);
  }
}
