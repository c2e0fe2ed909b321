// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import java.util.ArrayList;
import java.util.List;

/** Lists that forget their oldest elements. */
final class Bounded {
  private Bounded() {}

  static <T> List<T> append(List<T> list, T element) {
    return append(list, element, Integer.MAX_VALUE);
  }

  static <T> List<T> append(List<T> list, T element, int most) {
    return concat(list, List.of(element), most);
  }

  static <T> List<T> concat(List<T> list, List<T> elements, int most) {
    List<T> all = new ArrayList<>(list);
    all.addAll(elements);
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }
}
