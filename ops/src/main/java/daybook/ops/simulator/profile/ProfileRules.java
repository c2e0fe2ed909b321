// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.profile;

import daybook.ops.simulator.profile.ProfileRefused.Reason;
import java.net.URI;
import java.util.Set;

/**
 * What a Mac refuses in an enrollment profile.
 *
 * @param simulation whether plain HTTP to this machine is let through
 */
public record ProfileRules(boolean simulation) {
  private static final String PER_USER = "com.apple.mdm.per-user-connections";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int INSPECT_PROFILES = 1;
  private static final int INSTALL_PROFILES = 2;
  private static final int INSPECT_PROVISIONING = 64;
  private static final int INSTALL_PROVISIONING = 128;

  /** Judges a profile that is new to the device. */
  public void judge(EnrollmentProfile profile) {
    requireHttps(profile.serverUrl());
    requireHttps(profile.checkInUrl());
    refuse(
        !profile.topic().startsWith("com.apple.mgmt."),
        Reason.TOPIC_NOT_FOR_MANAGEMENT,
        profile.topic());
    refuse(
        !profile.capabilities().contains(PER_USER),
        Reason.CAPABILITIES_MISSING,
        PER_USER + " is not among " + profile.capabilities());
    int rights = profile.accessRights();
    refuse(
        rights <= 0
            || lacks(rights, INSTALL_PROFILES, INSPECT_PROFILES)
            || lacks(rights, INSTALL_PROVISIONING, INSPECT_PROVISIONING),
        Reason.ACCESS_RIGHTS_WRONG,
        "access rights " + rights);
  }

  /** Judges a profile that is to replace the installed one. */
  public void judgeUpdate(EnrollmentProfile installed, EnrollmentProfile update) {
    judge(update);
    same(installed.identifier(), update.identifier(), Reason.IDENTIFIER_CHANGED);
    same(installed.serverUrl(), update.serverUrl(), Reason.SERVER_URL_CHANGED);
    same(installed.checkInUrl(), update.checkInUrl(), Reason.CHECK_IN_URL_CHANGED);
    same(installed.topic(), update.topic(), Reason.TOPIC_CHANGED);
    same(
        Set.copyOf(installed.capabilities()),
        Set.copyOf(update.capabilities()),
        Reason.CAPABILITIES_CHANGED);
    refuse(
        (update.accessRights() & ~installed.accessRights()) != 0,
        Reason.ACCESS_RIGHTS_GREW,
        installed.accessRights() + " became " + update.accessRights());
  }

  private void requireHttps(URI url) {
    boolean let = simulation && "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    refuse(!"https".equals(url.getScheme()) && !let, Reason.SERVER_URL_NOT_HTTPS, url.toString());
  }

  /** Whether a right was given without the one that it needs. */
  private static boolean lacks(int rights, int given, int needed) {
    return (rights & given) != 0 && (rights & needed) == 0;
  }

  private static void same(Object before, Object after, Reason reason) {
    refuse(!before.equals(after), reason, before + " became " + after);
  }

  private static void refuse(boolean when, Reason reason, String detail) {
    if (when) {
      throw new ProfileRefused(reason, detail);
    }
  }
}
