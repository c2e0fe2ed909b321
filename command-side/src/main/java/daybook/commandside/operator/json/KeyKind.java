// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

/** The number of another thing. Whether there is such a thing is asked elsewhere. */
record KeyKind() implements Kind<Long> {
  @Override
  public Long read(Object value) {
    boolean number = value instanceof Integer || value instanceof Long || value instanceof String;
    if (!number || !value.toString().strip().matches("-?[0-9]{1,18}")) {
      throw Wrong.text(
          "Incorrect type. Expected pk value, received %s.".formatted(JsonKind.of(value)));
    }
    return Long.valueOf(value.toString().strip());
  }

  @Override
  public String type() {
    return "field";
  }
}
