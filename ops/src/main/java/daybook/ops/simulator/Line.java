// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.Proof;
import daybook.ops.simulator.identity.TlsClient;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.Roots;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;

/** A device's line to its server: messages go out with a proof of identity. */
final class Line {
  private final DeviceState state;
  private final Messages messages;
  private final Mdm mdm;
  private Proof proof;
  private List<X509CertificateHolder> roots;
  private Identity shown;
  private Mdm overTls;

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

  /** From now on shows its identity to servers that ask in TLS, and adds no proof of its own. */
  void proveByTls(List<X509CertificateHolder> trusted) {
    roots = trusted;
    proof = (identity, body) -> Map.of();
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
    Identity identity = state.held().identity();
    Reply reply = to(identity).put(url, contentType, body, proof.headers(identity, body));
    if (reply.unenrolls()) {
      state.leave();
    }
    return reply;
  }

  /** Downloads a profile; anything but 200 is not taken. */
  byte[] download(URI link) {
    return roots == null
        ? mdm.download(link)
        : new Mdm(TlsClient.of(null, roots), mdm.userAgent()).download(link);
  }

  /** A client for what a profile has it do before it has an identity. */
  HttpClient http(NSDictionary profile) {
    return roots == null ? mdm.http() : TlsClient.of(null, trusted(profile));
  }

  private List<X509CertificateHolder> trusted(NSDictionary profile) {
    List<X509CertificateHolder> all = new ArrayList<>(roots);
    all.addAll(Roots.of(profile));
    return all;
  }

  private Mdm to(Identity identity) {
    if (roots == null) {
      return mdm;
    }
    if (overTls == null || !identity.equals(shown)) {
      overTls = new Mdm(TlsClient.of(identity, trusted(state.held().source())), mdm.userAgent());
      shown = identity;
    }
    return overTls;
  }

  private String topic() {
    return state.held().profile().topic();
  }
}
