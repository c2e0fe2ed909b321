// SPDX-License-Identifier: Apache-2.0
package daybook.projections.wiring;

import daybook.domain.Log;
import daybook.projections.Projection;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.store.Column;
import daybook.projections.store.SplitViewStores;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStores;
import daybook.projections.store.mongo.MongoUrl;
import daybook.projections.store.mongo.MongoViewStores;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.nio.file.Path;
import java.util.List;

/**
 * The views in MongoDB when a URL is given, else in SQLite, a file for each. The audit index is a
 * file of each server in any case.
 */
final class ChosenViewStores implements ViewStores, AutoCloseable {
  private final SqliteViewStores files;
  private final MongoViewStores mongo;
  private final ViewStores stores;

  /**
   * @param folder {@code <daybook.home>/views}
   * @param url {@code daybook.views_url}; empty: SQLite
   */
  ChosenViewStores(Path folder, String url, Log log) {
    this.files = new SqliteViewStores(folder);
    this.mongo =
        url.isEmpty() ? null : MongoViewStores.open(new MongoUrl("daybook.views_url", url), log);
    this.stores = mongo == null ? files : new SplitViewStores(AuditIndex.NAME, files, mongo);
  }

  /** Deletes files of views that lie in MongoDB now: nobody would erase from them any more. */
  void dropLeftovers(List<Projection> views) {
    for (Projection view : views) {
      if (mongo != null && !view.name().equals(AuditIndex.NAME)) {
        files.generations(view.name()).forEach(files::delete);
      }
    }
  }

  Path path(String generation) {
    return files.path(generation);
  }

  @Override
  public List<String> generations(String view) {
    return stores.generations(view);
  }

  @Override
  public ViewStore open(String generation, List<Column> columns) {
    return stores.open(generation, columns);
  }

  @Override
  public boolean hasColumns(String generation, List<Column> columns) {
    return stores.hasColumns(generation, columns);
  }

  @Override
  public void delete(String generation) {
    stores.delete(generation);
  }

  @Override
  public void close() {
    if (mongo != null) {
      mongo.close();
    }
  }
}
