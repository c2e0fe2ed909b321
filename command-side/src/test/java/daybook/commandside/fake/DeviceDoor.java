// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.Trust;
import daybook.commandside.command.MdmCommands;
import daybook.commandside.number.NumbersOver;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.Directory;
import daybook.domain.Outcome;
import daybook.domain.StreamId;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.restore.RestoreIntent.DescribeRestore;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * The device door as it is wired in the server, over ports in memory. An enrollment is known, a
 * certificate unused, and {@link #TOPIC} has a push certificate, unless a test says otherwise.
 */
public final class DeviceDoor implements AutoCloseable {
  public static final String TOPIC = "com.apple.mgmt.External.1";
  public static final String UDID = "663b07bb783e9ade1dae4fbb92ea12afc0ce5b69";
  public static final String STREAM = "enrollment:663B07BB783E9ADE1DAE4FBB92EA12AFC0CE5B69";
  public static final Identity CA = Identity.authority("CN=Test CA");
  public static final Identity MAC = CA.device("CN=MDM$OTA$abc");

  public static final SessionId SESSION = new SessionId("abc");
  public static final ConfigurationId CONFIGURATION = new ConfigurationId("conf");

  public final ScriptedIntents intents = new ScriptedIntents();
  public final PlainVault vault = new PlainVault();
  public final MemoryLog log = new MemoryLog();
  public final Map<String, List<StreamId>> bySerialNumber = new HashMap<>();
  public final TestClock clock = new TestClock();
  public final MockMvc http;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /** What the application's own configuration finds by scanning. */
  @Configuration(proxyBeanMethods = false)
  @org.springframework.context.annotation.ComponentScan({
    "daybook.commandside.device.checkin",
    "daybook.commandside.device.connect",
    "daybook.commandside.device.identity",
    "daybook.commandside.device.message",
    "daybook.commandside.door"
  })
  static class Scan {}

  /**
   * @param settings {@code key=value}, without the prefix {@code daybook.}
   */
  public DeviceDoor(String... settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      properties.put("daybook." + setting.substring(0, equals), setting.substring(equals + 1));
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new org.springframework.core.env.MapPropertySource("test", properties));
    MapKeyChest keys = new MapKeyChest();
    CertificateAuthority authorities = new CertificateAuthority(intents, keys);
    Trust trust = Trust.of(authorities, CA.pem());
    context.registerBean(CertificateAuthority.class, () -> authorities);
    context.registerBean(ScriptedIntents.class, () -> intents);
    context.registerBean(PlainVault.class, () -> vault);
    context.registerBean(MemoryLog.class, () -> log);
    context.registerBean(MapKeyChest.class, () -> keys);
    context.registerBean(Directory.class, () -> new Serials(bySerialNumber));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Trust.class, () -> trust);
    context.registerBean(
        RenewalSettings.class,
        () -> new RenewalSettings(Duration.ofDays(90), Duration.ofDays(180)));
    context.registerBean(MdmCommands.class);
    context.registerBean(daybook.commandside.session.SessionHistory.class);
    context.registerBean(
        daybook.commandside.number.Numbers.class, () -> NumbersOver.of(intents, keys, clock));
    context.registerBean(daybook.commandside.restore.Quarantine.class);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(
        daybook.commandside.refusal.RefusalSettings.class,
        () -> new daybook.commandside.refusal.RefusalSettings(2_000, 20));
    context.registerBean(daybook.commandside.refusal.Refusals.class);
    context.register(Scan.class);
    registerDeviceConfiguration();
    usual();
    context.refresh();
    http =
        MockMvcBuilders.standaloneSetup(
                new DoorServlets(
                    context.getBeansOfType(daybook.commandside.device.DeviceDoor.class).values()))
            .build();
  }

  private void registerDeviceConfiguration() {
    try {
      context.register(Class.forName("daybook.commandside.device.DeviceConfiguration"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void usual() {
    intents
        .on(ListAuthorities.class, ask -> Outcome.accepted(List.of()))
        .on(DescribeRestore.class, ask -> Outcome.accepted(Optional.empty()))
        .on(ReserveNumbers.class, ask -> Outcome.accepted(7L))
        .on(
            DescribeCertificate.class,
            ask -> Outcome.accepted(new CertificateState(SESSION, CONFIGURATION, null, null)))
        .on(DescribeConfiguration.class, ask -> Outcome.accepted(configuration(null, null)))
        .on(
            DescribeSession.class,
            ask ->
                Outcome.accepted(
                    new SessionState(
                        ask.session(),
                        Purpose.ENROLLMENT,
                        CONFIGURATION,
                        null,
                        ScepIssuerId.OWN,
                        null,
                        null,
                        null,
                        Instant.MAX,
                        null,
                        null,
                        null)))
        .on(
            DescribeEnrollment.class,
            ask ->
                Outcome.accepted(
                    new EnrollmentSummary(
                        State.ENROLLED, 42, MAC.sha256(), TOPIC, List.of(), 1, false)))
        .on(
            ListPushCertificates.class,
            ask ->
                Outcome.accepted(
                    List.of(
                        new PushCertificate(
                            1, "push", TOPIC, Instant.EPOCH, Instant.MAX, "PEM", "k"))));
  }

  /** A configuration in force for some devices; null: for all. */
  public static ConfigurationState configuration(List<String> serialNumbers, List<String> udids) {
    ConfigurationDetails details =
        new ConfigurationDetails(
            "conf", "conf", ScepIssuerId.OWN, null, null, null, serialNumbers, udids, null, null);
    return new ConfigurationState(
        new EnrollmentConfiguration(CONFIGURATION, 1, details, "", "", null),
        0,
        0,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Finds devices by serial number alone. */
  private record Serials(Map<String, List<StreamId>> found) implements Directory {
    @Override
    public Optional<StreamId> device(long number) {
      return Optional.empty();
    }

    @Override
    public Optional<StreamId> deviceByCommand(String command) {
      return Optional.empty();
    }

    @Override
    public List<StreamId> devicesBySerialNumber(String serialNumber) {
      return found.getOrDefault(serialNumber, List.of());
    }

    @Override
    public Optional<StreamId> deviceByUdid(String udid) {
      return Optional.empty();
    }

    @Override
    public DevicesOfTopic devicesByTopic(String topic, int most) {
      return new DevicesOfTopic(List.of().size(), List.of());
    }

    @Override
    public Optional<StreamId> accountByToken(String tokenSha256) {
      return Optional.empty();
    }
  }

  /** A signed message on a URL. */
  public static MockHttpServletRequestBuilder put(String url, byte[] body) {
    return MockMvcRequestBuilders.put(url)
        .content(body)
        .header("Mdm-Signature", MAC.signature(body, "SHA256withRSA"));
  }

  /** A property list. */
  public static byte[] plist(Map<String, ?> values) {
    return Plists.write(PlistDict.of(values));
  }

  @Override
  public void close() {
    context.close();
  }
}
