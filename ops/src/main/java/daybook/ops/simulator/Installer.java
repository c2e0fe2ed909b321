// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.profile.EnrollmentProfile;
import daybook.ops.simulator.profile.ProfileRefused;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import daybook.ops.simulator.profile.ProfileRules;
import daybook.ops.simulator.profile.ScepPayload;
import daybook.ops.simulator.scep.ScepClient;
import daybook.ops.simulator.scep.ScepRefused;
import daybook.ops.simulator.scep.ScepStrength;
import java.time.Clock;
import java.util.function.Function;

/** Installs enrollment profiles: judges them, gets an identity, checks in. */
final class Installer {
  private static final String BOOTSTRAP_TOKEN = "com.apple.mdm.bootstraptoken";

  private final DeviceState state;
  private final Line line;
  private final ScepStrength strength;
  private byte[] bootstrapToken;
  private Clock clock = Clock.systemUTC();
  private int lost;
  private ProfileRules rules = new ProfileRules(false);
  private Function<ScepPayload, Identity> authority;

  Installer(DeviceState state, Line line, ScepStrength strength) {
    this.state = state;
    this.line = line;
    this.strength = strength;
  }

  void goBy(Clock other) {
    clock = other;
  }

  void loseCertificates(int count) {
    lost = count;
  }

  void judgeBy(ProfileRules other) {
    rules = other;
  }

  void getIdentitiesFrom(Function<ScepPayload, Identity> other) {
    authority = other;
  }

  /** Puts the device under management. */
  void install(NSDictionary source) {
    if (state.isManaged()) {
      throw new ProfileRefused(Reason.ALREADY_MANAGED, state.hardware().udid());
    }
    EnrollmentProfile profile = EnrollmentProfile.read(source);
    rules.judge(profile);
    Identity identity = newIdentity(profile.scep(), source);
    checkInWith(new Enrolled(source, identity, state.newTarget()), null);
    if (state.hardware().model().isMac() && profile.capabilities().contains(BOOTSTRAP_TOKEN)) {
      escrowBootstrapToken();
    }
    state.save();
  }

  /** Replaces the profile and the identity; queues and tokens stay as they are. */
  void update(NSDictionary source) {
    Enrolled present = state.held();
    EnrollmentProfile update = EnrollmentProfile.read(source);
    rules.judgeUpdate(present.profile(), update);
    checkInWith(
        new Enrolled(source, newIdentity(update.scep(), source), present.target()), present);
    state.save();
  }

  /** Renews the identity by SCEP's own message, signed by the present one. */
  Identity renew() {
    ScepPayload payload = state.held().profile().scep();
    Identity renewed =
        scep(state.held().source())
            .renew(payload.url(), state.held().identity(), payload.keySize(), payload.keyUsage());
    state.hold(renewed);
    state.save();
    return renewed;
  }

  Reply escrowBootstrapToken() {
    bootstrapToken = state.randomBytes(96);
    return line.checkIn(line.messages().setBootstrapToken(bootstrapToken));
  }

  /** The one that it gave away last, or null. */
  byte[] bootstrapToken() {
    return bootstrapToken;
  }

  private void checkInWith(Enrolled next, Enrolled otherwise) {
    state.hold(next);
    boolean done = false;
    try {
      require("Authenticate", line.authenticate());
      require("TokenUpdate", line.tokenUpdate());
      done = true;
    } finally {
      if (!done) {
        state.hold(otherwise);
      }
    }
  }

  private static void require(String what, Reply reply) {
    if (!reply.isTaken()) {
      throw new NotTaken(what, reply);
    }
  }

  private ScepClient scep(NSDictionary source) {
    return new ScepClient(line.http(source), strength, clock);
  }

  Identity newIdentity(ScepPayload payload, NSDictionary source) {
    if (authority != null) {
      return authority.apply(payload);
    }
    Identity issued =
        scep(source)
            .enroll(
                payload.url(),
                Subjects.fill(payload.subject(), state.hardware()),
                payload.challenge(),
                payload.keySize(),
                payload.keyUsage());
    if (lost > 0) {
      lost--;
      throw new ScepRefused("the answer with the certificate never arrived");
    }
    return issued;
  }
}
