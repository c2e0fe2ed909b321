// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A digest of the classes in an aggregate's package: a snapshot made by other code, which might
 * have led to another state, is never used.
 */
final class CodeRevision {
  private static final int HEX_DIGITS = 16;

  private CodeRevision() {}

  static String of(Class<?> type) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Resource[] classes =
          new PathMatchingResourcePatternResolver(type.getClassLoader())
              .getResources("classpath*:" + type.getPackageName().replace('.', '/') + "/*.class");
      Arrays.sort(classes, Comparator.comparing(CodeRevision::name));
      for (Resource file : classes) {
        try (InputStream bytes = file.getInputStream()) {
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes beside " + type, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String name(Resource file) {
    return String.valueOf(file.getFilename());
  }
}
