// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one build of a view: {@code device-v2}, and {@code device-v2-r1} for the first
 * rebuild of the same version.
 */
record GenerationName(String view, int version, int run) {
  private static final Pattern SHAPE = Pattern.compile("(.+)-v(\\d+)(?:-r(\\d+))?");

  static GenerationName of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a generation: " + text);
    }
    int run = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return new GenerationName(matcher.group(1), Integer.parseInt(matcher.group(2)), run);
  }

  GenerationName next() {
    return new GenerationName(view, version, run + 1);
  }

  @Override
  public String toString() {
    return view + "-v" + version + (run == 0 ? "" : "-r" + run);
  }
}
