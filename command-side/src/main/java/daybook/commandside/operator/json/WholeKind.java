// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole number, also as a text.
 *
 * @param least null: any
 * @param most null: any that fits a Java int
 */
record WholeKind(Integer least, Integer most) implements Kind<Integer> {
  private static final int LONGEST = 1_000;
  private static final String NONE = "A valid integer is required.";

  @Override
  public Integer read(Object value) {
    if (value instanceof String text && text.length() > LONGEST) {
      throw Wrong.text("String value too large.");
    }
    BigDecimal number = number(value);
    long low = least == null ? Integer.MIN_VALUE : least;
    long high = most == null ? Integer.MAX_VALUE : most;
    if (number.compareTo(BigDecimal.valueOf(low)) < 0) {
      throw Wrong.text("Ensure this value is greater than or equal to %d.".formatted(low));
    }
    if (number.compareTo(BigDecimal.valueOf(high)) > 0) {
      throw Wrong.text("Ensure this value is less than or equal to %d.".formatted(high));
    }
    return number.intValueExact();
  }

  /** {@code 7}, {@code 7.0}, {@code "7"}; but no {@code 7.5} and no {@code 7e0}. */
  private static BigDecimal number(Object value) {
    String text = value instanceof Boolean ? "" : value.toString().strip();
    if (!text.matches("[+-]?[0-9]{1,1000}(\\.0*)?")) {
      throw Wrong.text(NONE);
    }
    return new BigDecimal(text.replaceFirst("\\.0*$", ""));
  }

  @Override
  public String type() {
    return "integer";
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    if (least != null) {
      details.put("min_value", least);
    }
    if (most != null) {
      details.put("max_value", most);
    }
    return details;
  }
}
