// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting's value: PEM text, or <code>{{ file:PATH }}</code> of it.
 *
 * @param key the setting's name, {@code daybook.…}
 */
public record PemSource(String key, String value) {
  private static final Pattern FILE = Pattern.compile("\\{\\{\\s*file:(.+?)\\s*}}");

  public PemSource {
    value = value == null ? "" : value.strip();
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /**
   * The text.
   *
   * @throws IOException when the file can't be read
   */
  public String text() throws IOException {
    Optional<Path> file = file();
    return file.isPresent() ? Files.readString(file.get()) : value;
  }

  /** Changes when the file does; the same for ever without a file. */
  public String stamp() {
    return file().map(PemSource::stamp).orElse("");
  }

  @Override
  public String toString() {
    return "PemSource[" + key + "]";
  }

  private Optional<Path> file() {
    Matcher matcher = FILE.matcher(value);
    try {
      return matcher.matches() ? Optional.of(Path.of(matcher.group(1))) : Optional.empty();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(key + " names no file: " + e.getMessage());
    }
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return is.lastModifiedTime() + " " + is.size() + " " + is.fileKey();
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
