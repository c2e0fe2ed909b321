// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.List;

/** The keys of other things; the first that is wrong is told. */
record KeysKind<T>(Kind<T> each, int most) implements Kind<List<T>> {
  @Override
  public List<T> read(Object value) {
    return ListKind.given(value, most).stream().map(this::key).distinct().toList();
  }

  private T key(Object value) {
    if (value == null) {
      throw Wrong.text("This field may not be null.");
    }
    return each.read(value);
  }

  @Override
  public String type() {
    return "field";
  }
}
