// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;

/** Enrollment profiles for tests: a good one, and ways to spoil it. */
public final class ProfileSamples {
  private static final String IDENTITY = "5E3A9C9E-7E0C-4C26-9B3C-5F2D0B6C9E01";

  private ProfileSamples() {}

  /** A profile that a Mac installs. */
  public static NSDictionary good() {
    NSDictionary profile = payload("Configuration", "org.example.enrollment");
    profile.put("PayloadContent", new NSArray(scep(), mdm()));
    return profile;
  }

  /** The MDM payload of a profile. */
  public static NSDictionary mdm(NSDictionary profile) {
    return (NSDictionary) ((NSArray) profile.get("PayloadContent")).objectAtIndex(1);
  }

  private static NSDictionary mdm() {
    NSDictionary mdm = payload("com.apple.mdm", "org.example.enrollment.mdm");
    mdm.put("ServerURL", "https://mdm.example.org/connect");
    mdm.put("CheckInURL", "https://mdm.example.org/checkin");
    mdm.put("Topic", "com.apple.mgmt.External.5f0b7a5e");
    mdm.put("SignMessage", true);
    mdm.put("CheckOutWhenRemoved", true);
    mdm.put("AccessRights", 8191);
    mdm.put("IdentityCertificateUUID", IDENTITY);
    mdm.put(
        "ServerCapabilities",
        new String[] {
          "com.apple.mdm.per-user-connections",
          "com.apple.mdm.bootstraptoken",
          "com.apple.mdm.token"
        });
    return mdm;
  }

  private static NSDictionary scep() {
    NSDictionary content = new NSDictionary();
    content.put("URL", "https://mdm.example.org/scep");
    content.put("Challenge", "secret");
    content.put("Keysize", 2048);
    content.put("Key Usage", 1);
    content.put("Subject", new NSArray(new NSObject[] {new NSArray(pair("CN", "MDM$OTA$abc"))}));
    NSDictionary scep = payload("com.apple.security.scep", "org.example.enrollment.scep");
    scep.put("PayloadUUID", IDENTITY);
    scep.put("PayloadContent", content);
    return scep;
  }

  private static NSArray pair(String type, String value) {
    return (NSArray) NSObject.fromJavaObject(new String[] {type, value});
  }

  private static NSDictionary payload(String type, String identifier) {
    NSDictionary payload = new NSDictionary();
    payload.put("PayloadType", type);
    payload.put("PayloadIdentifier", identifier);
    payload.put(
        "PayloadUUID",
        java.util
            .UUID
            .nameUUIDFromBytes(type.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString());
    payload.put("PayloadVersion", 1);
    return payload;
  }
}
