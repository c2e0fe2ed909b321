// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import daybook.domain.enrollment.Platform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A platform that takes a command, and on which conditions. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(On.All.class)
public @interface On {
  /** {@code IOS} stands for iPadOS, too. */
  Platform value();

  /** The first version of the system that takes it. */
  String since();

  /** The first version that doesn't any more; empty: none. */
  String until() default "";

  boolean supervised() default false;

  /** Whether the device must have come through Automated Device Enrollment. */
  boolean automated() default false;

  Channels channels() default Channels.DEVICE;

  /** The channels of a Shared iPad. */
  Channels sharedIpad() default Channels.NONE;

  /** Whether a device in a User Enrollment takes it. */
  boolean userEnrollment() default true;

  /** All platforms of a command. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    On[] value();
  }
}
