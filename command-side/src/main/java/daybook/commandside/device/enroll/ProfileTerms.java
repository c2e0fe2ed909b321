// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.domain.session.ServedProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The parts of an enrollment profile that a device won't let us change once it is installed, and
 * that a renewal therefore repeats as they were served.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/mdm">MDM payload</a>
 */
record ProfileTerms(
    String payloadIdentifier,
    String mdmPayloadIdentifier,
    String scepPayloadIdentifier,
    String serverUrl,
    String checkInUrl,
    String scepUrl,
    String topic,
    List<String> serverCapabilities,
    int accessRights,
    boolean signMessage,
    boolean checkOutWhenRemoved) {
  /** All that Apple knows; {@code per-user-connections} can't be added later. */
  private static final List<String> CAPABILITIES =
      List.of(
          "com.apple.mdm.per-user-connections",
          "com.apple.mdm.bootstraptoken",
          "com.apple.mdm.token");

  /** The sum of all of Apple's rights. */
  private static final int ALL_RIGHTS = 8191;

  /**
   * What a new device gets.
   *
   * @param devices where it checks in
   */
  static ProfileTerms of(URI publicUrl, URI devices, String topic, boolean signMessage) {
    String identifier = reversed(publicUrl.getHost()) + ".daybook";
    return new ProfileTerms(
        identifier,
        identifier + ".mdm",
        identifier + ".scep",
        devices + "/public/mdm/connect/",
        devices + "/public/mdm/checkin/",
        publicUrl + "/public/mdm/scep",
        topic,
        CAPABILITIES,
        ALL_RIGHTS,
        signMessage,
        true);
  }

  /** What a device got before. */
  static ProfileTerms of(ServedProfile served) {
    return new ProfileTerms(
        served.payloadIdentifier(),
        served.mdmPayloadIdentifier(),
        served.scepPayloadIdentifier(),
        served.serverUrl(),
        served.checkInUrl(),
        served.scepUrl(),
        served.topic(),
        served.serverCapabilities(),
        served.accessRights(),
        served.signMessage(),
        served.checkOutWhenRemoved());
  }

  /** The same, with or without signed messages. */
  ProfileTerms signing(boolean signs) {
    return with(scepUrl, signs);
  }

  /** The same, with identities from elsewhere. */
  ProfileTerms identitiesFrom(String url) {
    return with(url, signMessage);
  }

  private ProfileTerms with(String url, boolean signs) {
    return new ProfileTerms(
        payloadIdentifier,
        mdmPayloadIdentifier,
        scepPayloadIdentifier,
        serverUrl,
        checkInUrl,
        url,
        topic,
        serverCapabilities,
        accessRights,
        signs,
        checkOutWhenRemoved);
  }

  ServedProfile served(boolean signed, String sha256) {
    return new ServedProfile(
        payloadIdentifier,
        mdmPayloadIdentifier,
        scepPayloadIdentifier,
        serverUrl,
        checkInUrl,
        scepUrl,
        topic,
        serverCapabilities,
        accessRights,
        signMessage,
        checkOutWhenRemoved,
        signed,
        sha256);
  }

  /** {@code mdm.example.org} becomes {@code org.example.mdm}; an address of numbers stays. */
  private static String reversed(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") || name.matches("[0-9.]+")) {
      return "host-" + name.replaceAll("[^0-9a-f]+", "-").replaceAll("^-|-$", "");
    }
    List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
    Collections.reverse(labels);
    return String.join(".", labels);
  }
}
