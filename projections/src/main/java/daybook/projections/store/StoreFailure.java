// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

/** The engine that keeps a view has failed; nothing of the batch was written. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
