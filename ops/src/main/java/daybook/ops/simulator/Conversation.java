// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.Behaviour.Manner;
import java.util.ArrayList;
import java.util.List;

/** One session on the connect URL: Idle, then reports until the answer is empty. */
final class Conversation {
  /** How a channel of a device takes part in it. */
  interface Party {
    NSDictionary idle();

    Reply send(NSDictionary report);

    Behaviour behaviour(Command command);

    NSDictionary report(Command command, Behaviour behaviour);
  }

  private static final int TOO_LONG = 1_000_000;

  private final Party party;
  private final List<Answered> answered = new ArrayList<>();

  private Conversation(Party party) {
    this.party = party;
  }

  /**
   * Holds one.
   *
   * @return the commands in the order in which they came
   * @throws NotTaken when the server answered anything but 200
   */
  static List<Answered> hold(Party party) {
    Conversation conversation = new Conversation(party);
    byte[] next = conversation.take(party.idle());
    while (next.length > 0) {
      next = conversation.carryOut(Command.read(next));
    }
    return conversation.answered;
  }

  private byte[] carryOut(Command command) {
    Behaviour behaviour = party.behaviour(command);
    if (behaviour.manner() == Manner.SILENT) {
      answered.add(new Answered(command.uuid(), command.requestType(), null));
      return new byte[0];
    }
    NSDictionary report = party.report(command, behaviour);
    answered.add(
        new Answered(command.uuid(), command.requestType(), report.get("Status").toString()));
    if (answered.size() > TOO_LONG) {
      throw new IllegalStateException("the server doesn't end the session");
    }
    if (behaviour.manner() != Manner.ONCE) {
      take(report);
    }
    return take(report);
  }

  private byte[] take(NSDictionary report) {
    Reply reply = party.send(report);
    if (!reply.isTaken()) {
      throw new NotTaken("the report " + report.get("Status"), reply);
    }
    return reply.body();
  }
}
