// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.domain.group.Tag;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A tag as the API shows it.
 *
 * @param taxonomy always null: there are none
 * @param slug the name in letters, digits and lines
 */
record TagEntry(
    long id, Long taxonomy, Long metaBusinessUnit, String name, String slug, String color) {
  static TagEntry of(Tag it) {
    return new TagEntry(
        it.number(), null, it.businessUnit(), it.name(), slug(it.name()), it.color());
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{ASCII}]", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_\\s-]", "")
        .replaceAll("[-\\s]+", "-")
        .replaceAll("^[-_]+|[-_]+$", "");
  }
}
