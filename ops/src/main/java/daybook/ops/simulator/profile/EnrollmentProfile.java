// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import java.net.URI;
import java.util.List;

/**
 * What a device takes from an enrollment profile.
 *
 * @param identifier the profile's PayloadIdentifier
 * @param checkInUrl the server URL when the profile names no other
 * @param accessRights the sum of Apple's bits
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/mdm">MDM payload</a>
 */
public record EnrollmentProfile(
    String identifier,
    String uuid,
    URI serverUrl,
    URI checkInUrl,
    String topic,
    boolean signMessage,
    boolean checkOutWhenRemoved,
    List<String> capabilities,
    int accessRights,
    ScepPayload scep) {
  private static final String MDM = "com.apple.mdm";
  private static final String SCEP = "com.apple.security.scep";

  /** Whether a profile would put the device under management. */
  public static boolean isOne(NSDictionary profile) {
    return payload(profile, "PayloadType", MDM) != null;
  }

  /**
   * Reads the profile without judging its values.
   *
   * @throws ProfileRefused when something is missing
   */
  public static EnrollmentProfile read(NSDictionary profile) {
    NSDictionary mdm = payload(profile, "PayloadType", MDM);
    if (mdm == null) {
      throw new ProfileRefused(Reason.NO_MDM_PAYLOAD, "it would not manage the device");
    }
    String serverUrl = required(mdm, "ServerURL", Reason.SERVER_URL_NOT_HTTPS);
    String checkInUrl = Plists.text(mdm, "CheckInURL");
    return new EnrollmentProfile(
        required(profile, "PayloadIdentifier", Reason.NOT_A_PROFILE),
        required(profile, "PayloadUUID", Reason.NOT_A_PROFILE),
        URI.create(serverUrl),
        URI.create(checkInUrl == null ? serverUrl : checkInUrl),
        required(mdm, "Topic", Reason.TOPIC_NOT_FOR_MANAGEMENT),
        Plists.flag(mdm, "SignMessage"),
        Plists.flag(mdm, "CheckOutWhenRemoved"),
        Plists.items(mdm, "ServerCapabilities").stream().map(NSObject::toString).toList(),
        Plists.number(mdm, "AccessRights", 0),
        identity(profile, mdm));
  }

  private static ScepPayload identity(NSDictionary profile, NSDictionary mdm) {
    String uuid = required(mdm, "IdentityCertificateUUID", Reason.IDENTITY_MISSING);
    NSDictionary payload = payload(profile, "PayloadUUID", uuid);
    if (payload == null || !SCEP.equals(Plists.text(payload, "PayloadType"))) {
      throw new ProfileRefused(Reason.IDENTITY_MISSING, "no SCEP payload has the UUID " + uuid);
    }
    return ScepPayload.read(payload);
  }

  private static NSDictionary payload(NSDictionary profile, String key, String value) {
    for (NSDictionary payload : Plists.dictionaries(profile, "PayloadContent")) {
      if (value.equals(Plists.text(payload, key))) {
        return payload;
      }
    }
    return null;
  }

  private static String required(NSDictionary dictionary, String key, Reason reason) {
    String value = Plists.text(dictionary, key);
    if (value == null || value.isEmpty()) {
      throw new ProfileRefused(reason, key + " is missing");
    }
    return value;
  }
}
