// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Permission;
import daybook.domain.access.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;

/**
 * The permissions that any method of a door or a page requires, whether it is served or not, and
 * those that are judged without such a method.
 */
@Component
public final class DeclaredPermissions implements KnownPermissions {
  private static final List<String> CLASSES =
      List.of(
          "classpath*:daybook/commandside/operator/**/*.class",
          "classpath*:daybook/queryside/**/*.class",
          "classpath*:daybook/ui/**/*.class");

  private List<Permission> all;

  @Override
  public synchronized List<Permission> all() {
    if (all == null) {
      all = read();
    }
    return all;
  }

  private static List<Permission> read() {
    MetadataReaderFactory reader = new CachingMetadataReaderFactory();
    TreeSet<String> names = new TreeSet<>();
    Permission.JUDGED_ELSEWHERE.forEach(it -> names.add(it.value()));
    for (String pattern : CLASSES) {
      for (Resource type : resources(pattern)) {
        names.addAll(required(reader, type).toList());
      }
    }
    return names.stream().map(Permission::new).toList();
  }

  private static Resource[] resources(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> required(MetadataReaderFactory reader, Resource type) {
    try {
      return reader
          .getMetadataReader(type)
          .getAnnotationMetadata()
          .getAnnotatedMethods(Requires.class.getName())
          .stream()
          .map(DeclaredPermissions::required);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String required(MethodMetadata method) {
    Object value = method.getAnnotationAttributes(Requires.class.getName()).get("value");
    return Objects.toString(value);
  }
}
