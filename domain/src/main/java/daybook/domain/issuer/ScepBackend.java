// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

/** How an issuer's challenge is had. Stored by its lower-case name. */
public enum ScepBackend {
  DIGICERT,
  IDENT,
  MICROSOFT_CA,
  OKTA_CA,
  /** One challenge for all devices; the only one that needs no question to a server. */
  STATIC_CHALLENGE
}
