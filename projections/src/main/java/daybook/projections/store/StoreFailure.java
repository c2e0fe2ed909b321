// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import daybook.domain.access.Unavailable;

/** The engine that keeps a view has failed; the position of the view is as it was. */
public final class StoreFailure extends Unavailable {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message);
    initCause(cause);
  }
}
