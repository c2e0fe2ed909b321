// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.StreamId;
import daybook.domain.issuer.ScepIssuerId;
import java.time.Instant;
import java.util.List;

/**
 * What an operator decides of an enrollment configuration, and may decide anew.
 *
 * @param displayName what people see on the device: the name of the profile and of who is behind it
 * @param issuer from which devices get their identities
 * @param pushCertificate the number of its push certificate; null: the oldest one
 * @param businessUnit the number of the unit that its devices belong to; null: none
 * @param tags the numbers of the tags that its devices get
 * @param serialNumbers of the devices that may enroll; null or empty: all
 * @param udids likewise
 * @param quota how many first certificates it may lead to; null: without limit
 * @param expiresAt null: never
 */
public record ConfigurationDetails(
    String name,
    String displayName,
    ScepIssuerId issuer,
    Long pushCertificate,
    Long businessUnit,
    List<Long> tags,
    List<String> serialNumbers,
    List<String> udids,
    Integer quota,
    Instant expiresAt) {
  /** What devices show where nobody has chosen otherwise. */
  public static final String DISPLAY_NAME = "Device management by Daybook";

  public ConfigurationDetails {
    tags = tags == null ? List.of() : List.copyOf(tags);
    serialNumbers = serialNumbers == null ? null : List.copyOf(serialNumbers);
    udids = udids == null ? null : List.copyOf(udids);
  }

  /** One for all devices, with identities from our own authority. */
  public static ConfigurationDetails named(String name, Integer quota, Instant expiresAt) {
    return new ConfigurationDetails(
        name, DISPLAY_NAME, ScepIssuerId.OWN, null, null, List.of(), null, null, quota, expiresAt);
  }

  /** Whether a device with this serial number may enroll; null: it has none. */
  public boolean admitsSerialNumber(String serialNumber) {
    return admits(serialNumbers, serialNumber);
  }

  /** Whether a device with this UDID may enroll; null: it tells none. */
  public boolean admitsUdid(String udid) {
    return admits(udids, udid);
  }

  private static boolean admits(List<String> listed, String one) {
    return listed == null
        || listed.isEmpty()
        || (one != null
            && listed.stream().anyMatch(it -> StreamId.upper(it).equals(StreamId.upper(one))));
  }
}
