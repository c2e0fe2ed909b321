// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * A typed text: stored, and shown, as the bare text. Records that implement it have one component.
 */
public interface Id {
  String value();
}
