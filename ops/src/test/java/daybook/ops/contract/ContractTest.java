// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.http.ApiJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Replays what a running Zentral answered. Where a case was recorded on a route that isn't there
 * yet, it is sent to the one that is most like it: blueprints become push certificates.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final String PARSE_ERROR = "JSON parse error - ";
  private static final String HOST = "https?://[^/]+";

  private List<RecordedCase> devices;
  private ContractHouse house;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, InterruptedException {
    devices = Recordings.matching("devices\\.list.*");
    house = ContractHouse.at(folder);
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> refusalsAndErrors() {
    return replay("auth\\..*|http\\..*", this::like);
  }

  @TestFactory
  Stream<DynamicTest> listsOfDevices() {
    return replay("devices\\.list.*", this::listed);
  }

  @TestFactory
  Stream<DynamicTest> customCommands() {
    return replay("custom_command\\..*", this::like);
  }

  /** Of the recorded devices the Mac, the iPhone and the one that has left have one here. */
  @TestFactory
  Stream<DynamicTest> locksAndErasures() {
    return replay(
        "lock\\.(404|iphone_message|mac_.*)"
            + "|erase\\.(apple_silicon_.*|checked_out_device|get|iphone_.*|json_array|malformed_json)",
        this::like);
  }

  @TestFactory
  Stream<DynamicTest> listsOfCommands() {
    return replay(
        "device_commands\\.list\\.(both|enrolled_device_unknown|name_no_match)"
            + "|device_command\\.get_(404|bad_uuid)",
        this::like);
  }

  /** In the order in which they were recorded: each finds what the former left. */
  @TestFactory
  Stream<DynamicTest> blockingAndUnblocking() {
    return Stream.of("block_404", "block_view_only", "block", "block_again", "unblock")
        .flatMap(name -> replay("devices\\." + name, this::device));
  }

  @TestFactory
  Stream<DynamicTest> pushCertificates() {
    return replay("push_certificates?\\.(get_push|list.*)", this::like);
  }

  @TestFactory
  Stream<DynamicTest> whatOptionsTell() {
    return replay(
        "routes\\.options\\.(enrolled_devices|push_certificates?|enrolled_device_commands?"
            + "|(send_custom|erase|lock|block|unblock)_enrolled_device(_command)?)",
        (recorded, answer) -> assertThat(json(answer)).isEqualTo(recorded.body()));
  }

  @Test
  void eachDifferenceStandsInTheTable() throws IOException {
    List<String> rows = Differences.rows();

    assertThat(Differences.all())
        .allSatisfy(
            difference -> assertThat(rows).anyMatch(row -> row.startsWith(difference.row())));
  }

  private Stream<DynamicTest> replay(String names, Comparison comparison) {
    return Recordings.matching(names).stream()
        .map(
            recorded ->
                DynamicTest.dynamicTest(recorded.name(), () -> replay(recorded, comparison)));
  }

  private void replay(RecordedCase recorded, Comparison comparison) throws Exception {
    HttpResponse<String> answer = house.send(recorded.at(ours(recorded)));
    Differences.Difference difference = Differences.of(recorded);
    if (difference != null) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(difference.status());
      return;
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(recorded.status());
    headers(recorded, answer);
    comparison.compare(recorded, answer);
  }

  /** The path here: ids of ours, and routes that exist. */
  private String ours(RecordedCase recorded) throws IOException, InterruptedException {
    String path = recorded.path().replace("/mdm/blueprints", "/mdm/push_certificates");
    if (path.contains("serial_number=") && !path.contains("udid=")) {
      path =
          path.replace("SN00000002", house.device(1).serialNumber())
              .replace("SN00000003", house.device(2).serialNumber());
    }
    if (path.startsWith("/api/mdm/devices/99999/")) {
      return path;
    }
    boolean left = recorded.name().contains("checked_out");
    int place = left ? 9 : path.startsWith("/api/mdm/devices/3/") ? 1 : 0;
    return path.replaceFirst("/devices/\\d+/", "/devices/" + house.number(place) + "/");
  }

  private static void headers(RecordedCase recorded, HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("www-authenticate").orElse(null))
        .isEqualTo(recorded.told().get("www-authenticate"));
    assertThat(answer.headers().firstValue("location").orElse(null))
        .isEqualTo(
            recorded.told().get("location") == null
                ? null
                : recorded.told().get("location").replace("blueprints", "push_certificates"));
    boolean sameRoute =
        !recorded.path().contains("blueprints") && !recorded.path().contains("push");
    if (recorded.told().containsKey("allow") && sameRoute) {
      assertThat(methods(answer.headers().firstValue("allow").orElse("")))
          .isEqualTo(methods(recorded.told().get("allow")));
    }
    if (recorded.body().isContainer()) {
      assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }
  }

  /** Their order says nothing. */
  private static Set<String> methods(String allow) {
    return Set.of(allow.split(", "));
  }

  private void like(RecordedCase recorded, HttpResponse<String> answer) {
    if (recorded.body().isNull()) {
      assertThat(answer.body()).isEmpty();
    } else if (recorded.isPage()) {
      assertThat(answer.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    } else if (recorded.status() >= 400) {
      sameProblem(recorded.body(), json(answer), recorded.path().contains("blueprints"));
    } else if (recorded.path().startsWith("/api/mdm/devices/?") && recorded.body().has("results")) {
      listed(recorded, answer);
    } else if (recorded.body().has("results")) {
      envelope(recorded.body(), json(answer));
      if (!recorded.path().contains("blueprints")) {
        Shape item = new Shape(List.of(recorded.body())).child("results").items();
        json(answer).get("results").forEach(it -> assertThat(item.unlike("", it)).isEmpty());
      }
    } else {
      assertThat(new Shape(List.of(recorded.body())).unlike("", json(answer))).isEmpty();
    }
  }

  /** A device of ours knows other things than the recorded one, but is of the same make. */
  private void device(RecordedCase recorded, HttpResponse<String> answer) {
    if (recorded.status() >= 400) {
      like(recorded, answer);
      return;
    }
    JsonNode ours = withoutOwnFields(json(answer));
    assertThat(List.copyOf(ours.propertyNames()))
        .isEqualTo(List.copyOf(recorded.body().propertyNames()));
    Shape device =
        new Shape(devices.stream().map(RecordedCase::body).toList()).child("results").items();
    assertThat(device.unlike("device", ours)).isEmpty();
    assertThat(ours.get("blocked_at").isNull())
        .isEqualTo(recorded.body().get("blocked_at").isNull());
  }

  /** Error texts are the same; on a route in another's place further fields may be wrong too. */
  private static void sameProblem(JsonNode recorded, JsonNode ours, boolean inPlace) {
    String detail = recorded.path("detail").asString("");
    if (detail.startsWith(PARSE_ERROR)) {
      assertThat(ours.path("detail").asString()).startsWith(PARSE_ERROR);
    } else if (inPlace) {
      recorded
          .propertyStream()
          .forEach(field -> assertThat(ours.get(field.getKey())).isEqualTo(field.getValue()));
    } else {
      assertThat(ours.toString()).isEqualTo(recorded.toString());
    }
  }

  /** Without limit and offset the documented array, else the recorded envelope. */
  private void listed(RecordedCase recorded, HttpResponse<String> answer) {
    if (answer.body().isEmpty()) {
      assertThat(recorded.method()).isEqualTo("HEAD");
      return;
    }
    if (recorded.status() >= 400) {
      sameProblem(recorded.body(), json(answer), false);
      return;
    }
    JsonNode ours = json(answer);
    Shape device =
        new Shape(devices.stream().map(RecordedCase::body).toList()).child("results").items();
    if (recorded.path().matches(".*[?&](limit|offset)=.*")) {
      envelope(recorded.body(), ours);
      assertThat(ours.get("count")).isEqualTo(recorded.body().get("count"));
      ours.get("results")
          .forEach(it -> assertThat(device.unlike("device", withoutOwnFields(it))).isEmpty());
    } else {
      assertThat(ours.isArray()).isTrue();
      ours.forEach(it -> assertThat(documented(device, it)).isEmpty());
      assertThat(ours).hasSameSizeAs(recorded.body().get("results"));
    }
  }

  /** A whole device has more fields than Zentral's, its last. */
  private static JsonNode withoutOwnFields(JsonNode device) {
    assertThat(List.copyOf(device.propertyNames()))
        .endsWith(Differences.OWN_FIELDS.toArray(String[]::new));
    return device.deepCopy().asObject().without(Differences.OWN_FIELDS);
  }

  /** The documented fields are some of the recorded ones, in their order. */
  private static List<String> documented(Shape device, JsonNode ours) {
    List<String> recorded = List.copyOf(device.examples().get(0).propertyNames());
    List<String> keys = List.copyOf(ours.propertyNames());
    assertThat(keys).hasSize(27);
    assertThat(recorded.stream().filter(keys::contains)).containsExactlyElementsOf(keys);
    return keys.stream()
        .flatMap(key -> device.child(key).unlike(key, ours.get(key)).stream())
        .toList();
  }

  private static void envelope(JsonNode recorded, JsonNode ours) {
    assertThat(List.copyOf(ours.propertyNames()))
        .containsExactly("count", "next", "previous", "results");
    if (recorded.get("count").asLong() == ours.get("count").asLong()) {
      assertThat(link(ours.get("next"))).isEqualTo(link(recorded.get("next")));
      assertThat(link(ours.get("previous"))).isEqualTo(link(recorded.get("previous")));
      assertThat(ours.get("results")).hasSameSizeAs(recorded.get("results"));
    }
  }

  private static String link(JsonNode url) {
    return url.isNull() ? null : url.asString().replaceFirst(HOST, "");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ApiJson.MAPPER.readTree(answer.body());
  }

  /** How an answer is compared with what was recorded. */
  @FunctionalInterface
  private interface Comparison {
    void compare(RecordedCase recorded, HttpResponse<String> answer);
  }
}
