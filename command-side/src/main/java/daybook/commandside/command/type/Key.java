// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key in the property list that a component of a command stands for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** Apple's name of the key. */
  String value();

  boolean required() default false;

  /** The values that it may have, numbers as decimal texts; none: any. */
  String[] of() default {};
}
