// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.plist.Plists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What changes in a device's life, kept in a file where one was named. */
final class DeviceState {
  private final Hardware hardware;
  private final long seed;
  private final Random random;
  private final List<NSDictionary> profiles;
  private Enrolled enrolled;
  private boolean unlockTokenSent;
  private Path file;

  DeviceState(Memory memory, Path file) {
    hardware = memory.hardware();
    seed = memory.seed();
    profiles = new ArrayList<>(memory.profiles());
    enrolled = memory.enrolled();
    random = Seeds.random(seed, enrolled == null ? 0 : enrolled.target().hex().hashCode());
    unlockTokenSent = memory.unlockTokenSent();
    this.file = file;
  }

  Hardware hardware() {
    return hardware;
  }

  boolean isManaged() {
    return enrolled != null;
  }

  Enrolled held() {
    if (enrolled == null) {
      throw new IllegalStateException("nobody manages " + hardware.udid());
    }
    return enrolled;
  }

  /** Null: nobody manages it. */
  void hold(Enrolled now) {
    enrolled = now;
  }

  void hold(Identity identity) {
    enrolled = held().with(identity);
  }

  void leave() {
    enrolled = null;
    profiles.clear();
    save();
  }

  boolean unlockTokenSent() {
    return unlockTokenSent;
  }

  void unlockTokenWasSent() {
    unlockTokenSent = true;
  }

  List<NSDictionary> profiles() {
    return List.copyOf(profiles);
  }

  void install(NSDictionary profile) {
    remove(Plists.text(profile, "PayloadIdentifier"));
    profiles.add(profile);
  }

  boolean remove(String identifier) {
    return profiles.removeIf(
        profile -> identifier.equals(Plists.text(profile, "PayloadIdentifier")));
  }

  PushTarget newTarget() {
    return PushTarget.of(random);
  }

  byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  void keepIn(Path directory) {
    file = directory.resolve(hardware.udid() + ".plist");
    save();
  }

  void save() {
    if (file != null) {
      new Memory(hardware, seed, enrolled, unlockTokenSent, profiles).write(file);
    }
  }
}
