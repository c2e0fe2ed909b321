// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The profiles of an enrollment over the air that come before the one that manages.
 *
 * @param identifier of the profile that manages; theirs are below it
 * @param displayName what people see of them on the device
 */
record OtaProfiles(String identifier, String displayName) {
  static final String PATH = "/public/mdm/ota_enroll/";

  /** What a device is to tell of itself. */
  private static final List<String> ATTRIBUTES =
      List.of("UDID", "VERSION", "PRODUCT", "SERIAL", "MEID", "IMEI");

  /** The first phase: where to tell it, and the secret that admits it. */
  byte[] service(URI publicUrl, String challenge) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("URL", publicUrl + PATH);
    content.put("DeviceAttributes", ATTRIBUTES);
    content.put("Challenge", challenge);
    Map<String, Object> profile = profile("Profile Service", "profile-service", challenge);
    profile.put("PayloadContent", content);
    return Plists.write(PlistDict.of(profile));
  }

  /**
   * The second phase: a certificate to sign the last answer with.
   *
   * @param authorities that the device must know to reach us
   */
  byte[] proof(IdentityRequest request, String scepUrl, AuthorityPayloads authorities) {
    String session = request.session().value();
    Map<String, Object> scep =
        EnrollmentProfile.payload(
            "com.apple.security.scep", identifier + ".proof.scep", uuid("scep/" + session));
    scep.put("PayloadDisplayName", "Proof of the device");
    scep.put("PayloadContent", request.content(scepUrl));
    List<Map<String, Object>> payloads = new ArrayList<>(authorities.payloads(identifier));
    payloads.add(scep);
    Map<String, Object> profile = profile("Configuration", "proof", session);
    profile.put("PayloadContent", payloads);
    return Plists.write(PlistDict.of(profile));
  }

  private Map<String, Object> profile(String type, String part, String unique) {
    Map<String, Object> profile =
        EnrollmentProfile.payload(type, identifier + "." + part, uuid(part + "/" + unique));
    profile.put("PayloadDisplayName", displayName);
    profile.put("PayloadOrganization", displayName);
    profile.put("PayloadDescription", "Begins to put this device under management.");
    return profile;
  }

  private static String uuid(String from) {
    return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }
}
