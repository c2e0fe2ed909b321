// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The profile for manual installation: where to get an identity, and by whom to be managed. Without
 * a PayloadScope, for that would keep users' channels away.
 *
 * @param displayName what people see of it on the device
 * @param uuid of this profile; the identity payload's comes from it, so that a renewed profile
 *     always asks for a new identity
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/scep">SCEP payload</a>
 */
record EnrollmentProfile(
    ProfileTerms terms, String displayName, IdentityRequest identity, UUID uuid) {
  /**
   * The property list, XML.
   *
   * @param authorities that the device must know to reach us
   */
  byte[] plist(AuthorityPayloads authorities) {
    Map<String, Object> profile = payload("Configuration", terms.payloadIdentifier(), text(uuid));
    profile.put("PayloadDisplayName", displayName);
    profile.put("PayloadOrganization", displayName);
    profile.put("PayloadDescription", "Puts this device under management.");
    List<Map<String, Object>> payloads =
        new ArrayList<>(authorities.payloads(terms.payloadIdentifier()));
    payloads.add(scep());
    payloads.add(mdm());
    profile.put("PayloadContent", payloads);
    return Plists.write(PlistDict.of(profile));
  }

  private Map<String, Object> scep() {
    Map<String, Object> scep =
        payload("com.apple.security.scep", terms.scepPayloadIdentifier(), identityUuid());
    scep.put("PayloadDisplayName", "Device identity");
    scep.put("PayloadContent", identity.content(terms.scepUrl()));
    return scep;
  }

  private Map<String, Object> mdm() {
    Map<String, Object> mdm =
        payload(
            "com.apple.mdm", terms.mdmPayloadIdentifier(), derived(terms.mdmPayloadIdentifier()));
    mdm.put("PayloadDisplayName", "Device management");
    mdm.put("IdentityCertificateUUID", identityUuid());
    mdm.put("Topic", terms.topic());
    mdm.put("ServerURL", terms.serverUrl());
    mdm.put("CheckInURL", terms.checkInUrl());
    mdm.put("SignMessage", terms.signMessage());
    mdm.put("CheckOutWhenRemoved", terms.checkOutWhenRemoved());
    mdm.put("AccessRights", terms.accessRights());
    mdm.put("ServerCapabilities", terms.serverCapabilities());
    return mdm;
  }

  private String identityUuid() {
    return derived(uuid + "/" + terms.scepPayloadIdentifier());
  }

  static Map<String, Object> payload(String type, String identifier, String uuid) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("PayloadType", type);
    payload.put("PayloadVersion", 1);
    payload.put("PayloadIdentifier", identifier);
    payload.put("PayloadUUID", uuid);
    return payload;
  }

  private static String derived(String from) {
    return text(UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(UUID uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }
}
