// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and revision under which an event is stored for ever; never the class name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
  /** The stored name, for example {@code DeviceEnrolled}. */
  String value();

  /** The revision of the payload's shape; an upcaster leads from each to the next. */
  int revision() default 1;
}
