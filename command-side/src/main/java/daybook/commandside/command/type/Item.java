// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of dictionaries that stand for one another: the value of {@code Item} that tells them apart. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Item {
  String value();
}
