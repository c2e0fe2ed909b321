// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import daybook.projections.store.Column;
import daybook.projections.store.StoreFailure;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of SQLite files, one per generation. */
public final class SqliteViewStores implements ViewStores {
  private static final String SUFFIX = ".db";

  private final Path folder;

  /**
   * @param folder {@code <home>/views}; made when it isn't there
   */
  public SqliteViewStores(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> generations(String view) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Pattern name = Pattern.compile(Pattern.quote(view) + "-v\\d+(-r\\d+)?");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .filter(file -> name.matcher(file).matches())
          .toList();
    } catch (IOException e) {
      throw new StoreFailure("can't list " + folder, e);
    }
  }

  @Override
  public ViewStore open(String generation, List<Column> columns) {
    return new SqliteViewStore(SqliteFile.open(path(generation)), columns);
  }

  @Override
  public boolean hasColumns(String generation, List<Column> columns) {
    try (SqliteFile file = SqliteFile.open(path(generation))) {
      return SqliteViewStore.hasColumns(file, columns);
    }
  }

  @Override
  public void delete(String generation) {
    try {
      for (String rest : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(folder.resolve(generation + SUFFIX + rest));
      }
    } catch (IOException e) {
      throw new StoreFailure("can't delete " + generation, e);
    }
  }

  /** The file of a generation. */
  public Path path(String generation) {
    return folder.resolve(generation + SUFFIX);
  }
}
