// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.access.AccountState;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Permission;
import daybook.domain.group.Tag;
import daybook.domain.group.TagIntent.AddTag;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import daybook.ops.Daybook;
import daybook.ops.http.ApiJson;
import daybook.ops.simulator.Model;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** A running Daybook with ten devices, as the recorded server had, and its accounts. */
final class ContractHouse implements AutoCloseable {
  private static final List<Model> MODELS = List.of(Model.MAC, Model.IPHONE, Model.IPAD);
  private static final int DEVICES = 10;
  private static final Origin ORIGIN = Origin.of(Actor.server(), "contract");

  private final RunningDaybook daybook;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<SimulatedDevice> devices = new ArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();

  private ContractHouse(RunningDaybook daybook) {
    this.daybook = daybook;
  }

  static ContractHouse at(Path folder) throws IOException, InterruptedException {
    ContractHouse house = withoutDevices(folder);
    house.addDevices();
    return house;
  }

  static ContractHouse withoutDevices(Path folder) {
    ContractHouse house =
        new ContractHouse(
            RunningDaybook.start(
                Daybook.class,
                Arguments.parse("--simulate", "0"),
                Home.at(folder),
                Map.of("server.port", "0", "daybook.push_delay", "0s")));
    house.addAccounts();
    return house;
  }

  URI enrollmentUrl() {
    return daybook.url().resolve(URI.create(daybook.admin().enrollmentUrl()).getPath());
  }

  /** Sends what was sent, with our tokens; redirects are not followed. */
  HttpResponse<String> send(RecordedCase recorded) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(daybook.url().resolve(recorded.path()))
            .method(
                recorded.method(),
                recorded.request() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(
                        recorded.request().getBytes(StandardCharsets.ISO_8859_1)));
    recorded.headers().forEach((name, value) -> request.header(name, withToken(value)));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(daybook.url().resolve(path))
            .header("Authorization", "Token " + daybook.admin().apiToken())
            .build();
    return ApiJson.MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  /** The number of a device, by its place among the ten. */
  long number(int place) throws IOException, InterruptedException {
    return get("/api/mdm/devices/?udid=" + devices.get(place).udid()).get(0).get("id").asLong();
  }

  SimulatedDevice device(int place) {
    return devices.get(place);
  }

  private String withToken(String header) {
    String replaced = header;
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      replaced = replaced.replace("{" + token.getKey() + "}", token.getValue());
    }
    return replaced;
  }

  private void addAccounts() {
    List<Permission> views = List.of(Permission.VIEW_DEVICES, Permission.VIEW_PUSH_CERTIFICATES);
    tokens.put("admin", daybook.admin().apiToken());
    tokens.put("viewer", token("viewer", true, views, null));
    tokens.put("noperm", token("noperm", true, List.of(), null));
    tokens.put("inactive", token("inactive", false, views, null));
    tokens.put("expired", token("expired", true, views, Instant.parse("2026-01-01T00:00:00Z")));
  }

  private String token(String name, boolean active, List<Permission> may, Instant expiresAt) {
    Accounts accounts = daybook.bean(Accounts.class);
    NewAccount account = new NewAccount(name, null, false, false, active, may);
    AccountState made =
        new AccountState(accounts.create(account, ORIGIN).reply(), false, false, active, may);
    return daybook.bean(AccountTokens.class).issue(made, "contract", expiresAt, ORIGIN).reply();
  }

  private void addDevices() throws IOException, InterruptedException {
    Map<Integer, URI> links = tagging();
    for (int i = 0; i < DEVICES; i++) {
      SimulatedDevice device = SimulatedDevice.of(MODELS.get(i % 3), 500 + i).insideSimulation();
      devices.add(device.enroll(links.getOrDefault(i, enrollmentUrl())));
    }
    devices.get(0).user("jane", "Jane Doe").enroll();
    await().atMost(Duration.ofSeconds(60)).untilAsserted(this::allHaveToldTheirNames);
    devices.get(9).checkOut();
    await().untilAsserted(() -> assertThat(details(9).get("checkout_at").isNull()).isFalse());
  }

  /** The tags 1 to 3, and by a device's place a link that gives it some, as was recorded. */
  private Map<Integer, URI> tagging() {
    for (long number = 1; number <= 3; number++) {
      Tag tag = new Tag(number, "tag " + number, "0079bf", null);
      daybook.bean(Intents.class).send(new AddTag(Instant.now(), tag), ORIGIN).reply();
    }
    return Map.of(0, linkGiving(1), 2, linkGiving(1, 3), 3, linkGiving(2));
  }

  private URI linkGiving(long... tags) {
    List<Long> given = LongStream.of(tags).boxed().toList();
    ConfigurationDetails details =
        new ConfigurationDetails(
            "gives " + given,
            ConfigurationDetails.DISPLAY_NAME,
            ScepIssuerId.OWN,
            null,
            null,
            given,
            null,
            null,
            null,
            null);
    return enrollmentUrl()
        .resolve(
            daybook.bean(EnrollmentConfigurations.class).create(details, ORIGIN).reply().secret());
  }

  private void allHaveToldTheirNames() throws IOException, InterruptedException {
    devices.forEach(SimulatedDevice::connect);
    JsonNode found = get("/api/mdm/devices/");
    assertThat(found).hasSize(DEVICES);
    assertThat(found).allMatch(device -> device.get("name").isString());
  }

  private JsonNode details(int place) throws IOException, InterruptedException {
    return get("/api/mdm/devices/" + number(place) + "/");
  }

  @Override
  public void close() {
    daybook.close();
  }
}
