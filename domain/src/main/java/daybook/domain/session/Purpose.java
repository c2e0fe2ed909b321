// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

/** What a session's certificate is for. Stored by its lower-case name. */
public enum Purpose {
  ENROLLMENT,
  /** To sign the last answer of an enrollment over the air with; it enrolls nobody. */
  PROOF,
  RENEWAL
}
