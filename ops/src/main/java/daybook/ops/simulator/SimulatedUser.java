// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** A user of a simulated Mac, on a channel of their own. */
public final class SimulatedUser {
  private final SimulatedDevice device;
  private final Messages messages;
  private final String id;
  private final String shortName;
  private final String longName;
  private final PushTarget target;

  SimulatedUser(
      SimulatedDevice device, Messages messages, Random random, String shortName, String longName) {
    this.device = device;
    this.messages = messages;
    this.shortName = shortName;
    this.longName = longName;
    id = new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
    target = PushTarget.of(random);
  }

  /** The generated id that macOS gives to a user. */
  public String id() {
    return id;
  }

  /** The push token, lower-case hex. */
  public String token() {
    return target.hex();
  }

  /** Sends the channel's {@code TokenUpdate}. */
  public Reply enroll() {
    NSDictionary message = messages.tokenUpdate(device.profile().topic(), target);
    message.remove("AwaitingConfiguration");
    return device.checkIn(named(message));
  }

  /** Begins a session of the channel and answers its commands; returns them. */
  public List<Answered> connect() {
    return Conversation.hold(
        new Conversation.Party() {
          @Override
          public NSDictionary idle() {
            return named(messages.idle());
          }

          @Override
          public Reply send(NSDictionary report) {
            return device.report(report);
          }

          @Override
          public Behaviour behaviour(Command command) {
            return Behaviour.obey();
          }

          @Override
          public NSDictionary report(Command command, Behaviour behaviour) {
            return named(messages.report(command, "Acknowledged"));
          }
        });
  }

  private NSDictionary named(NSDictionary message) {
    message.put("UserID", id);
    message.put("UserShortName", shortName);
    message.put("UserLongName", longName);
    message.put("NotOnConsole", false);
    return message;
  }
}
