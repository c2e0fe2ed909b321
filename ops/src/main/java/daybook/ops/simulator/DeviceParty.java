// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.EnrollmentProfile;
import daybook.ops.simulator.profile.ProfileRefused;
import daybook.ops.simulator.profile.SignedProfile;
import daybook.ops.simulator.scep.ScepRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The device's own channel in a session: carries out commands, or does as it was told to. */
final class DeviceParty implements Conversation.Party {
  /** What is to be done when the session is over. */
  enum Farewell {
    NONE,
    ERASED,
    PROFILE_REMOVED
  }

  private static final String INSTALLATION = "MCInstallationErrorDomain";

  private final DeviceState state;
  private final Line line;
  private final Installer installer;
  private final Answers answers;
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private Farewell farewell = Farewell.NONE;

  DeviceParty(DeviceState state, Line line, Installer installer) {
    this.state = state;
    this.line = line;
    this.installer = installer;
    answers = new Answers(state.hardware());
  }

  void on(String requestType, Behaviour behaviour) {
    behaviours.put(requestType, behaviour);
  }

  /** What is to be done now; asking ends it. */
  Farewell farewell() {
    Farewell now = farewell;
    farewell = Farewell.NONE;
    return now;
  }

  @Override
  public NSDictionary idle() {
    return line.messages().idle();
  }

  @Override
  public Reply send(NSDictionary report) {
    return line.report(report);
  }

  @Override
  public Behaviour behaviour(Command command) {
    String type = command.requestType();
    Behaviour asked = behaviours.getOrDefault(type, Behaviour.obey());
    if (asked.times() == 1) {
      behaviours.remove(type);
    } else if (asked.times() < Behaviour.ALWAYS) {
      behaviours.put(type, asked.times(asked.times() - 1));
    }
    return asked;
  }

  @Override
  public NSDictionary report(Command command, Behaviour behaviour) {
    if (behaviour.status() != null) {
      return refusal(command, behaviour, "The simulated device was told to refuse.");
    }
    if (!KnownCommands.contains(state.hardware().model(), command.requestType())) {
      Behaviour unknown = Behaviour.error(KnownCommands.ERROR_DOMAIN, KnownCommands.UNKNOWN);
      return refusal(
          command, unknown, "\"" + command.requestType() + "\" is not a valid request type.");
    }
    try {
      obey(command);
    } catch (ProfileRefused | ScepRefused | NotTaken | IllegalArgumentException e) {
      return refusal(command, Behaviour.error(INSTALLATION, 4001), e.getMessage());
    }
    return acknowledgement(command);
  }

  private NSDictionary acknowledgement(Command command) {
    List<NSDictionary> installed = new ArrayList<>(state.profiles());
    installed.add(state.held().source());
    NSDictionary report = line.messages().report(command, "Acknowledged");
    report.putAll(answers.to(command, installed));
    return report;
  }

  private NSDictionary refusal(Command command, Behaviour behaviour, String text) {
    NSDictionary report = line.messages().report(command, behaviour.status());
    if (behaviour.domain() != null) {
      report.put("ErrorChain", Messages.errorChain(behaviour.domain(), behaviour.code(), text));
    }
    return report;
  }

  private void obey(Command command) {
    switch (command.requestType()) {
      case "InstallProfile" -> installProfile(command.body());
      case "RemoveProfile" -> removeProfile(Plists.text(command.body(), "Identifier"));
      case "EraseDevice" -> farewell = Farewell.ERASED;
      default -> {}
    }
  }

  private void installProfile(NSDictionary command) {
    if (!(command.get("Payload") instanceof NSData payload)) {
      throw new IllegalArgumentException("InstallProfile without a payload");
    }
    NSDictionary profile = SignedProfile.read(payload.bytes()).plist();
    if (EnrollmentProfile.isOne(profile)) {
      installer.update(profile);
    } else {
      state.install(profile);
    }
  }

  private void removeProfile(String identifier) {
    if (state.held().profile().identifier().equals(identifier)) {
      farewell = Farewell.PROFILE_REMOVED;
    } else if (!state.remove(identifier)) {
      throw new IllegalArgumentException("The profile \"" + identifier + "\" is not installed.");
    }
  }
}
