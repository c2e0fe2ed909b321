// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

/** How a device proves that it holds the key of its identity certificate. */
public enum IdentityMode {
  /** It signs each message ({@code Mdm-Signature}). */
  SIGNATURE,
  /** A trusted proxy asked for its certificate in mutual TLS, and tells it in a header. */
  PROXY,
  /** We asked for its certificate in mutual TLS ourselves, on {@code daybook.device.port}. */
  TLS
}
