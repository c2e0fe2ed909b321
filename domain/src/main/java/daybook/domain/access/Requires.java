// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that an endpoint of the API requires. An endpoint without one stops the start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  /** The permission's name, for example {@code mdm.view_enrolleddevice}. */
  String value();

  /** How the answer to {@code OPTIONS} names the route, {@code Enrolled Device List} for one. */
  String name() default "";

  /** How the answer to {@code OPTIONS} describes the route. */
  String description() default "";

  /** What a method with a body takes, made by a constructor without arguments. */
  Class<? extends DescribedFields> fields() default DescribedFields.None.class;
}
