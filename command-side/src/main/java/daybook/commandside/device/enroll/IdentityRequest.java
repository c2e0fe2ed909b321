// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.session.SessionName;
import daybook.domain.session.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a device asks for its identity: the content of the SCEP payload, but for the address.
 *
 * @param session named in the subject that it asks for; nobody guesses it
 * @param serialNumber likewise, of the device, where that is known
 * @param challenge admits the request
 * @param name of the authority
 * @param keySize of the key, in bits
 * @param keyUsage Apple's bit mask: 1 signing, 4 encryption; 0: not said
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/scep">SCEP payload</a>
 */
record IdentityRequest(
    SessionId session,
    String serialNumber,
    String challenge,
    String name,
    int keySize,
    int keyUsage) {
  /** Apple's payloads take object identifiers beside the short names. */
  private static final String SERIAL_NUMBER = "2.5.4.5";

  Map<String, Object> content(String url) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("URL", url);
    content.put("Name", name);
    content.put("Subject", subject());
    content.put("Challenge", challenge);
    content.put("Keysize", keySize);
    content.put("Key Type", "RSA");
    if (keyUsage != 0) {
      content.put("Key Usage", keyUsage);
    }
    content.put("Retries", 3);
    content.put("RetryDelay", 10);
    content.put("KeyIsExtractable", false);
    content.put("AllowAllAppsAccess", false);
    return content;
  }

  private List<Object> subject() {
    List<Object> names = new ArrayList<>();
    names.add(List.of(List.of("CN", SessionName.of(session))));
    if (serialNumber != null) {
      names.add(List.of(List.of(SERIAL_NUMBER, serialNumber)));
    }
    return names;
  }

  @Override
  public String toString() {
    return "IdentityRequest[" + session.value() + "]";
  }
}
