// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.Proof;
import daybook.ops.simulator.identity.ProxyForm;
import daybook.ops.simulator.identity.SignatureShape;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.EnrollmentProfile;
import daybook.ops.simulator.profile.ProfileRules;
import daybook.ops.simulator.profile.ScepPayload;
import daybook.ops.simulator.profile.SignedProfile;
import daybook.ops.simulator.scep.ScepStrength;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An Apple device made of software. What it is and how it behaves follows from its seed, so that
 * runs are repeatable; its keys are random. Devices with an even seed sign and ask for certificates
 * as old ones do (no signed attributes, SHA-1, DES), those with an odd seed as present ones.
 *
 * <pre>{@code
 * SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(link);
 * mac.on("DeviceLock", Behaviour.error("MCMDMErrorDomain", 12021));
 * List<Answered> answered = mac.connect();
 * }</pre>
 *
 * <p>Safe for use by many threads; one message at a time, as with a device. A 401, or a 403 with
 * {@code com.apple.unrecognized.device}, to any message ends its enrollment.
 */
public final class SimulatedDevice {
  private final DeviceState state;
  private final long seed;
  private final Line line;
  private final Installer installer;
  private final DeviceParty party;

  private SimulatedDevice(Memory memory, Path file) {
    state = new DeviceState(memory, file);
    seed = memory.seed();
    boolean old = seed % 2 == 0;
    line = new Line(state, Proof.signed(old ? SignatureShape.BARE : SignatureShape.ATTRIBUTES));
    installer = new Installer(state, line, old ? ScepStrength.OLD : ScepStrength.PRESENT);
    party = new DeviceParty(state, line, installer);
  }

  public static SimulatedDevice mac(long seed) {
    return of(Model.MAC, seed);
  }

  public static SimulatedDevice iPhone(long seed) {
    return of(Model.IPHONE, seed);
  }

  public static SimulatedDevice iPad(long seed) {
    return of(Model.IPAD, seed);
  }

  /** The same device for the same model and seed. */
  public static SimulatedDevice of(Model model, long seed) {
    Memory blank = new Memory(Hardware.of(model, seed), seed, null, false, List.of());
    return new SimulatedDevice(blank, null);
  }

  /** A device of the same model that has the other's serial number, as repairs leave behind. */
  public static SimulatedDevice sharingSerialNumber(SimulatedDevice other, long seed) {
    Hardware own = Hardware.of(other.model(), seed).withSerialNumber(other.serialNumber());
    return new SimulatedDevice(new Memory(own, seed, null, false, List.of()), null);
  }

  /** A device as it was when it last wrote to the file of {@link #keptIn}. */
  public static SimulatedDevice wakeUp(Path file) {
    return new SimulatedDevice(Memory.read(file), file);
  }

  /** Lets plain HTTP to this machine through, which a device would refuse. */
  public synchronized SimulatedDevice insideSimulation() {
    installer.judgeBy(new ProfileRules(true));
    return this;
  }

  /** Proves its identity as nginx in front of the server would tell it. */
  public synchronized SimulatedDevice behindProxy() {
    return behindProxy(ProxyForm.NGINX);
  }

  /** Proves its identity as a TLS proxy in front of the server would tell it. */
  public synchronized SimulatedDevice behindProxy(ProxyForm form) {
    line.proveBy(Proof.proxied(form));
    return this;
  }

  /**
   * Proves its identity by showing its certificate in TLS.
   *
   * @param roots what it trusts besides the authorities in its profile
   */
  public synchronized SimulatedDevice overTls(List<X509CertificateHolder> roots) {
    line.proveByTls(roots);
    return this;
  }

  /** Gets its identities so, and not over SCEP, from an authority that isn't there. */
  public synchronized SimulatedDevice identitiesFrom(Function<ScepPayload, Identity> authority) {
    installer.getIdentitiesFrom(authority);
    return this;
  }

  /** Signs in this shape whatever its seed says. */
  public synchronized SimulatedDevice signing(SignatureShape shape) {
    line.proveBy(Proof.signed(shape));
    return this;
  }

  /** Has its clock stand wrong by this much, in what it signs from now on. */
  public synchronized SimulatedDevice wrongBy(Duration off) {
    Clock clock = Clock.offset(Clock.systemUTC(), off);
    line.proveBy(Proof.signed(SignatureShape.ATTRIBUTES, clock));
    installer.goBy(clock);
    return this;
  }

  /** Never gets the next answers to its requests for a certificate, though they are sent. */
  public synchronized SimulatedDevice losesCertificates(int count) {
    installer.loseCertificates(count);
    return this;
  }

  /** Keeps what a device keeps, from now on, in a file that its owner alone can read. */
  public synchronized SimulatedDevice keptIn(Path directory) {
    state.keepIn(directory);
    return this;
  }

  /** From now on treats commands of a request type so. */
  public synchronized SimulatedDevice on(String requestType, Behaviour behaviour) {
    party.on(requestType, behaviour);
    return this;
  }

  public Model model() {
    return state.hardware().model();
  }

  public String udid() {
    return state.hardware().udid();
  }

  public String serialNumber() {
    return state.hardware().serialNumber();
  }

  public String name() {
    return state.hardware().name();
  }

  public String productName() {
    return state.hardware().productName();
  }

  public String osVersion() {
    return state.hardware().osVersion();
  }

  public String buildVersion() {
    return state.hardware().buildVersion();
  }

  public synchronized boolean isEnrolled() {
    return state.isManaged();
  }

  public synchronized Identity identity() {
    return state.held().identity();
  }

  /** The push token, lower-case hex. */
  public synchronized String token() {
    return state.held().target().hex();
  }

  /** The profile by which it is managed. */
  public synchronized EnrollmentProfile profile() {
    return state.held().profile();
  }

  /** The identifiers of the other profiles that it has installed. */
  public synchronized List<String> installedProfiles() {
    return state.profiles().stream()
        .map(profile -> Plists.text(profile, "PayloadIdentifier"))
        .toList();
  }

  /**
   * Downloads the profile behind an enrollment link and installs it.
   *
   * @throws daybook.ops.simulator.profile.ProfileRefused when a Mac would refuse it
   * @throws daybook.ops.simulator.scep.ScepRefused when it gets no certificate
   * @throws NotTaken when the server refuses the download or a check-in
   */
  public SimulatedDevice enroll(URI link) {
    return install(line.download(link));
  }

  /**
   * Enrolls over the air, from the link of the first phase on.
   *
   * @param made the identity that its maker gave it
   * @throws NotTaken when the server refuses one of its answers
   */
  public synchronized SimulatedDevice enrollOverTheAir(URI link, Identity made) {
    return install(
        new OverTheAir(state.hardware(), line.mdm(), installer::newIdentity)
            .enroll(line.download(link), made));
  }

  /** Installs an enrollment profile: gets an identity, authenticates, tells its push token. */
  public synchronized SimulatedDevice install(byte[] profile) {
    installer.install(SignedProfile.read(profile).plist());
    return this;
  }

  /** Sends {@code Authenticate} again. */
  public synchronized Reply authenticate() {
    return line.authenticate();
  }

  /** Sends {@code TokenUpdate} again. */
  public synchronized Reply tokenUpdate() {
    return line.tokenUpdate();
  }

  /** Gets a new push token and tells it. */
  public synchronized Reply rotateToken() {
    state.hold(state.held().with(state.newTarget()));
    state.save();
    return line.tokenUpdate();
  }

  /** Escrows a new bootstrap token. */
  public synchronized Reply setBootstrapToken() {
    return installer.escrowBootstrapToken();
  }

  /** The bootstrap token that it escrowed last since it was made; null: none. */
  public synchronized byte[] bootstrapToken() {
    return installer.bootstrapToken();
  }

  /** Asks for its bootstrap token; empty when the server has none for it. */
  public synchronized byte[] askBootstrapToken() {
    Reply reply = line.checkIn(line.messages().getBootstrapToken());
    if (!reply.isTaken()) {
      throw new NotTaken("GetBootstrapToken", reply);
    }
    return Plists.data(Plists.read(reply.body()), "BootstrapToken");
  }

  /** Takes its bootstrap token back. */
  public synchronized Reply removeBootstrapToken() {
    return line.checkIn(line.messages().setBootstrapToken(new byte[0]));
  }

  /** Removes the profile and says so. */
  public synchronized Reply checkOut() {
    Reply reply = line.checkIn(line.messages().checkOut(profile().topic()));
    state.leave();
    return reply;
  }

  /** Removes the profile while it can't reach the server: nobody is told. */
  public synchronized void leaveSilently() {
    state.leave();
  }

  /** Renews its certificate by SCEP's own message, signed by the present one. */
  public synchronized Identity renewByScep() {
    return installer.renew();
  }

  /** Uses another identity from now on, such as a former one. */
  public synchronized void use(Identity other) {
    state.hold(other);
  }

  /** By what it is managed now: profile, identity and push token. */
  public synchronized Backup backUp() {
    return new Backup(state.held());
  }

  /** Is managed again as it was then; the server isn't told. */
  public synchronized void restore(Backup backup) {
    state.hold(backup.enrolled());
    state.save();
  }

  /** A user of this Mac who signs in. */
  public SimulatedUser user(String shortName, String longName) {
    return new SimulatedUser(
        this, line.messages(), Seeds.random(seed, shortName.hashCode()), shortName, longName);
  }

  /**
   * Begins a session and answers its commands.
   *
   * @return the commands in the order in which they came
   * @throws NotTaken when the server answered anything but 200
   */
  public synchronized List<Answered> connect() {
    List<Answered> answered = Conversation.hold(party);
    switch (party.farewell()) {
      case NONE -> state.save();
      case ERASED -> state.leave();
      case PROFILE_REMOVED -> removed();
    }
    return answered;
  }

  /** Sends any message on the check-in URL. */
  public synchronized Reply checkIn(NSDictionary message) {
    return line.checkIn(message);
  }

  /** Sends any message on the connect URL. */
  public synchronized Reply report(NSDictionary report) {
    return line.report(report);
  }

  /** Sends any bytes with its proof of identity. */
  public synchronized Reply send(URI url, String contentType, byte[] body) {
    return line.send(url, contentType, body);
  }

  private void removed() {
    if (profile().checkOutWhenRemoved()) {
      checkOut();
    } else {
      state.leave();
    }
  }
}
