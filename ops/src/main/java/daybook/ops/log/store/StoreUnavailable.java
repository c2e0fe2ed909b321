// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

/**
 * The log can't be written or read now, or did not answer in time. Events of the append may still
 * be stored later, so the caller must be able to repeat itself.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
