// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import daybook.domain.command.Delivery;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a command is called, how often it may go out, and what its answer is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RequestType {
  /** Apple's name of the command. */
  String value();

  /**
   * Queries, and what may be done twice, are repeatable: installs, removals and settings end in the
   * same state. A lock, a restart or a new password done twice does harm.
   */
  Delivery delivery() default Delivery.ONCE;

  /**
   * Whether its answers are personal and no more. The others are secret: bypass codes, unlock
   * tokens, recovery keys.
   */
  boolean harmless() default false;

  /** The permission that an operator needs besides that for commands; empty: none. */
  String permission() default "";
}
