// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.profile.EnrollmentProfile;

/** What an enrolled device holds: the profile as installed, its identity, its push target. */
record Enrolled(NSDictionary source, Identity identity, PushTarget target) {
  EnrollmentProfile profile() {
    return EnrollmentProfile.read(source);
  }

  Enrolled with(Identity renewed) {
    return new Enrolled(source, renewed, target);
  }

  Enrolled with(PushTarget rotated) {
    return new Enrolled(source, identity, rotated);
  }
}
