// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and how the device gets its identity.
 *
 * @param challenge may be null
 * @param subject pairs of type and value in order, with Apple's variables not yet filled in
 * @param keySize bits; 1024 when the profile doesn't say, as on a device
 * @param keyUsage 1 signing, 4 encryption, 5 both
 */
public record ScepPayload(
    URI url, String challenge, List<SubjectPart> subject, int keySize, int keyUsage) {
  /** One part of a subject: {@code CN} or an object identifier, and its value. */
  public record SubjectPart(String type, String value) {}

  /**
   * Reads a SCEP payload.
   *
   * @throws ProfileRefused when it lacks its content or its address
   */
  public static ScepPayload read(NSDictionary payload) {
    if (!(payload.get("PayloadContent") instanceof NSDictionary content)
        || Plists.text(content, "URL") == null) {
      throw new ProfileRefused(Reason.IDENTITY_MISSING, "a SCEP payload without content or URL");
    }
    return new ScepPayload(
        URI.create(Plists.text(content, "URL")),
        Plists.text(content, "Challenge"),
        subject(content),
        Plists.number(content, "Keysize", 1024),
        Plists.number(content, "Key Usage", 0));
  }

  /** An array of relative names, each an array of pairs. */
  private static List<SubjectPart> subject(NSDictionary content) {
    List<SubjectPart> parts = new ArrayList<>();
    for (NSObject relative : Plists.items(content, "Subject")) {
      for (NSObject pair : ((NSArray) relative).getArray()) {
        NSObject[] typeAndValue = ((NSArray) pair).getArray();
        parts.add(new SubjectPart(typeAndValue[0].toString(), typeAndValue[1].toString()));
      }
    }
    return parts;
  }
}
