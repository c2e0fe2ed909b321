// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

/** A question that can't be answered now, for the store is busy or away; becomes 503. */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message) {
    super(message);
  }
}
