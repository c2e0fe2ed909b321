// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * Why something was refused. The name is stored and shown; each door has one table from it to HTTP.
 */
public enum Refusal {
  // who is asking
  IDENTITY_MISSING,
  SIGNATURE_UNREADABLE,
  SIGNATURE_MISMATCH,
  CERTIFICATE_UNREADABLE,
  CERTIFICATE_UNTRUSTED,
  CERTIFICATE_NOT_VALID_NOW,
  /** The certificate has ended; the device may renew it, and nothing else. */
  RENEWAL_ONLY,
  CERTIFICATE_NOT_PINNED,
  CERTIFICATE_REPLACED,
  CERTIFICATE_OF_ANOTHER_DEVICE,
  /** An operator has revoked the identity; its device must enroll anew. */
  CERTIFICATE_REVOKED,
  IDENTITIES_DISAGREE,
  SUBJECT_DISAGREES,
  PROXY_UNTRUSTED,
  // what is said
  CONTENT_TYPE_UNSUPPORTED,
  BODY_TOO_LARGE,
  PLIST_UNREADABLE,
  PLIST_TOO_DEEP,
  PLIST_TOO_MANY_ELEMENTS,
  FIELD_MISSING,
  FIELD_INVALID,
  MESSAGE_TYPE_UNKNOWN,
  MESSAGE_TYPE_UNSUPPORTED,
  STATUS_UNKNOWN,
  TOPIC_UNKNOWN,
  TOPIC_CHANGED,
  // the state of things
  NOT_ENROLLED,
  UNENROLLED,
  /** Tells a device to remove its management, as {@code DEVICE_RETIRED} does, and no other. */
  DEVICE_BLOCKED,
  ALREADY_BLOCKED,
  NOT_BLOCKED,
  ALREADY_ARCHIVED,
  NOT_ARCHIVED,
  /** An operator has ended its management, and it comes all the same without enrolling anew. */
  DEVICE_RETIRED,
  RETIREMENT_PENDING,
  /** The profile by which the device is managed isn't of our serving. */
  PROFILE_UNKNOWN,
  USER_NOT_MANAGED,
  THROTTLED,
  SEALED_UNDER_DROPPED_KEY,
  /** Seal again for the event that the detail names, and send again. */
  SEALED_FOR_ANOTHER_EVENT,
  COMMAND_ID_TAKEN,
  /** No commands are held. */
  NOT_QUARANTINED,
  COMMAND_TOO_LARGE,
  COMMAND_UNKNOWN,
  ALREADY_DELIVERED,
  CHANNEL_UNKNOWN,
  // certificates
  SCEP_MESSAGE_UNREADABLE,
  SCEP_OPERATION_UNKNOWN,
  ALGORITHM_WEAK,
  ALGORITHM_UNSUPPORTED,
  REQUEST_SIGNATURE_INVALID,
  KEY_UNSUITABLE,
  CHALLENGE_MISSING,
  CHALLENGE_UNKNOWN,
  CHALLENGE_SPENT,
  SESSION_EXPIRED,
  SESSION_UNKNOWN,
  SESSIONS_TOO_MANY,
  /** The session has its one certificate and its one device. */
  SESSION_SPENT,
  /** The session's certificate comes from our own authority, or from none that is trusted here. */
  CERTIFICATE_OF_ANOTHER_ISSUER,
  /** The SCEP issuer is gone, or gives no challenge that a profile could hold. */
  ISSUER_UNUSABLE,
  /** Neither the maker of devices vouches for who signed, nor is it an identity of ours. */
  SIGNER_UNKNOWN,
  SERIAL_NUMBER_NOT_LISTED,
  UDID_NOT_LISTED,
  CONFIGURATION_UNKNOWN,
  CONFIGURATION_EXPIRED,
  CONFIGURATION_REVOKED,
  QUOTA_USED_UP,
  PUSH_CERTIFICATE_MISSING,
  PUBLIC_URL_MISSING,
  // operators
  NAME_TAKEN,
  TOPIC_TAKEN,
  KEY_NOT_WAITING,
  IN_USE,
  UNKNOWN,
  INACTIVE,
  /** It can't be a token: its header or its checksum is wrong. */
  TOKEN_MALFORMED,
  TOKEN_UNKNOWN,
  TOKEN_EXPIRED,
  TOKEN_REVOKED,
  PASSWORD_WRONG,
  /** At a provider: it is spent, too old, or was begun in another browser. */
  SIGN_IN_UNKNOWN,
  PROVIDER_REFUSED,
  PROVIDER_UNREACHABLE,
  ID_TOKEN_INVALID,
  CLAIM_MISSING,
  /** Nobody gives, or takes charge of, what they don't hold themselves. */
  PERMISSION_NOT_HELD,
  LAST_ADMINISTRATOR,
  TOKENS_TOO_MANY,
  OF_ANOTHER_PERSON,
  ROLE_BUILT_IN,
  // the server
  BUSY,
  STORE_UNAVAILABLE,
  CLOCK_UNTRUSTED
}
