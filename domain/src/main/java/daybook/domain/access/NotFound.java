// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

/** A thing of a known route that isn't there; becomes 404 with the message as detail. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound(String message) {
    super(message);
  }
}
