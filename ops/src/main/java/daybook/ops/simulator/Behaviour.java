// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/**
 * What a device does with a command.
 *
 * @param status Apple's word, or null: whatever is right for the command
 * @param domain of the error, or null
 * @param code of the error
 * @param manner how the report travels
 * @param times how many commands are treated so; after that the device behaves again
 */
public record Behaviour(String status, String domain, int code, Manner manner, int times) {
  /** How a report travels. */
  public enum Manner {
    /** Sent, and its answer taken. */
    ONCE,
    /** Sent twice over; the second answer is taken. */
    TWICE,
    /** Sent, the connection breaks before the answer is read, and the report is repeated. */
    ANSWER_LOST,
    /** Never sent: the device goes away, and later begins a new session. */
    SILENT
  }

  static final int ALWAYS = Integer.MAX_VALUE;

  public static Behaviour obey() {
    return new Behaviour(null, null, 0, Manner.ONCE, ALWAYS);
  }

  public static Behaviour error(String domain, int code) {
    return new Behaviour("Error", domain, code, Manner.ONCE, ALWAYS);
  }

  public static Behaviour formatError() {
    return new Behaviour("CommandFormatError", null, 0, Manner.ONCE, ALWAYS);
  }

  public static Behaviour notNow() {
    return new Behaviour("NotNow", null, 0, Manner.ONCE, ALWAYS);
  }

  public static Behaviour duplicate() {
    return obey().travelling(Manner.TWICE);
  }

  public static Behaviour loseAnswer() {
    return obey().travelling(Manner.ANSWER_LOST);
  }

  public static Behaviour vanish() {
    return obey().travelling(Manner.SILENT);
  }

  public Behaviour travelling(Manner how) {
    return new Behaviour(status, domain, code, how, times);
  }

  public Behaviour times(int count) {
    return new Behaviour(status, domain, code, manner, count);
  }
}
