// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Proof;
import daybook.ops.simulator.plist.Plists;
import java.net.URI;

/** A device's line to its server: messages go out with a proof of identity. */
final class Line {
  private final DeviceState state;
  private final Messages messages;
  private final Mdm mdm;
  private Proof proof;

  Line(DeviceState state, Proof proof) {
    this.state = state;
    this.proof = proof;
    messages = new Messages(state.hardware());
    mdm = Mdm.of(state.hardware().model());
  }

  Mdm mdm() {
    return mdm;
  }

  Messages messages() {
    return messages;
  }

  void proveBy(Proof other) {
    proof = other;
  }

  Reply authenticate() {
    return checkIn(messages.authenticate(topic()));
  }

  /** The first one of a phone or tablet carries its UnlockToken. */
  Reply tokenUpdate() {
    NSDictionary message = messages.tokenUpdate(topic(), state.held().target());
    boolean unlockToken = !state.hardware().model().isMac() && !state.unlockTokenSent();
    if (unlockToken) {
      message.put("UnlockToken", state.randomBytes(512));
    }
    Reply reply = checkIn(message);
    if (unlockToken && reply.isTaken()) {
      state.unlockTokenWasSent();
    }
    return reply;
  }

  Reply checkIn(NSDictionary message) {
    return send(state.held().profile().checkInUrl(), Mdm.CHECK_IN, Plists.xml(message));
  }

  Reply report(NSDictionary report) {
    return send(state.held().profile().serverUrl(), Mdm.REPORT, Plists.xml(report));
  }

  Reply send(URI url, String contentType, byte[] body) {
    Reply reply = mdm.put(url, contentType, body, proof.headers(state.held().identity(), body));
    if (reply.unenrolls()) {
      state.leave();
    }
    return reply;
  }

  private String topic() {
    return state.held().profile().topic();
  }
}
