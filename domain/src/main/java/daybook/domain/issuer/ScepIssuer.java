// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import daybook.domain.Secret;

/**
 * A SCEP issuer.
 *
 * @param version 1, and one more with each change
 * @param url where devices send their certificate requests
 * @param keySize of devices' keys, in bits
 * @param keyUsage Apple's bit mask: 1 signing, 4 encryption
 * @param settings the backend's, a JSON object by the API's names, sealed for the event of {@link
 *     #sealedFor} under {@code issuer.settings}
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/scep">SCEP payload</a>
 */
public record ScepIssuer(
    ScepIssuerId id,
    String name,
    String description,
    int version,
    String url,
    int keySize,
    int keyUsage,
    ScepBackend backend,
    Secret settings) {
  public static final String SETTINGS = "issuer.settings";
  public static final String ADDED = "ScepIssuerAdded";
  public static final String CHANGED = "ScepIssuerChanged";

  /** The stored name of the event that brought its settings. */
  public String sealedFor() {
    return version == 1 ? ADDED : CHANGED;
  }

  /** The same, as the version after another one. */
  public ScepIssuer after(ScepIssuer before) {
    return new ScepIssuer(
        id, name, description, before.version + 1, url, keySize, keyUsage, backend, settings);
  }
}
