// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

/** A device doesn't install this profile. */
public final class ProfileRefused extends RuntimeException {
  /** Why not. */
  public enum Reason {
    NOT_A_PROFILE,
    SIGNATURE_BROKEN,
    NO_MDM_PAYLOAD,
    SERVER_URL_NOT_HTTPS,
    TOPIC_NOT_FOR_MANAGEMENT,
    CAPABILITIES_MISSING,
    IDENTITY_MISSING,
    ACCESS_RIGHTS_WRONG,
    ALREADY_MANAGED,
    IDENTIFIER_CHANGED,
    SERVER_URL_CHANGED,
    CHECK_IN_URL_CHANGED,
    TOPIC_CHANGED,
    CAPABILITIES_CHANGED,
    ACCESS_RIGHTS_GREW
  }

  private final Reason reason;

  public ProfileRefused(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
