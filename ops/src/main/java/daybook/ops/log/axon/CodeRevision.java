// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.domain.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A digest of the classes in an aggregate's package, in those of its bases, and of the domain: a
 * snapshot made by other code, which might have led to another state, is never used.
 */
final class CodeRevision {
  private static final int HEX_DIGITS = 16;
  private static final Map<String, byte[]> DIGESTS = new ConcurrentHashMap<>();

  private CodeRevision() {}

  static String of(Class<?> type) {
    MessageDigest all = sha256();
    for (Class<?> base = type; base != Object.class; base = base.getSuperclass()) {
      all.update(digest(folder(base) + "/*.class"));
    }
    all.update(digest(folder(DomainEvent.class) + "/**/*.class"));
    return HexFormat.of().formatHex(all.digest()).substring(0, HEX_DIGITS);
  }

  private static String folder(Class<?> type) {
    return "classpath*:" + type.getPackageName().replace('.', '/');
  }

  private static byte[] digest(String pattern) {
    return DIGESTS.computeIfAbsent(pattern, CodeRevision::read);
  }

  private static byte[] read(String pattern) {
    MessageDigest digest = sha256();
    try {
      Resource[] classes =
          new PathMatchingResourcePatternResolver(CodeRevision.class.getClassLoader())
              .getResources(pattern);
      Arrays.sort(classes, Comparator.comparing(CodeRevision::path));
      for (Resource file : classes) {
        try (InputStream bytes = file.getInputStream()) {
          digest.update(bytes.readAllBytes());
        }
      }
      return digest.digest();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of " + pattern, e);
    }
  }

  private static String path(Resource file) {
    try {
      return file.getURL().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
