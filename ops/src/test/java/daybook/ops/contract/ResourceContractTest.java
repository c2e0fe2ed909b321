// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.http.ApiJson;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replays the lives of things that operators make: made, read, changed and deleted in the order in
 * which it was recorded, with our keys in the place of the recorded ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourceContractTest {
  private static final String HELD_OUT =
      "{\"name\":\"Held-out BU\",\"api_enrollment_enabled\":true}";

  private static final String PROVISIONED = "a132b936-c9dc-47f2-9aee-bf80738daa98";
  private static final String STATIC = "fa1538a4-b93d-4b5b-96bf-1faf52dd957a";

  private final Ids ids = new Ids();
  private ContractHouse house;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    house = ContractHouse.withoutDevices(folder);
    seed("inventory/meta_business_units", "1", HELD_OUT);
    seed("inventory/meta_business_units", "2", "{\"name\":\"Second BU\"}");
    seed("inventory/tags", "1", "{\"name\":\"alpha\"}");
    seed("inventory/tags", "3", "{\"name\":\"kiosk\"}");
    ids.put("scep_issuers", PROVISIONED, node("dab00000-0000-4000-8000-000000000001"));
    for (String seed : List.of("static", "ident", "microsoft", "okta", "digicert")) {
      seedIssuer(seed);
    }
    ids.put(
        "push_certificates",
        "1",
        house.get("/api/mdm/push_certificates/").get("results").get(0).get("id"));
    seedEnrollment("1", "OTA");
    seedEnrollment("4", "OTA created");
    seedEnrollment("5", "OTA min");
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> businessUnits() {
    return lives(
        "inventory.mbu.create inventory.mbu.create_empty inventory.mbus.list"
            + " inventory.mbus.list.limit_1 inventory.mbu.get inventory.mbu.put"
            + " inventory.mbu.delete");
  }

  @TestFactory
  Stream<DynamicTest> tags() throws Exception {
    seed("inventory/tags", "4", "{\"name\":\"created\",\"color\":\"ff0000\"}");
    return lives(
        "inventory.tag.create inventory.tag.create_empty inventory.tag.create_minimal"
            + " inventory.tags.list inventory.tags.list.name inventory.tag.get inventory.tag.put"
            + " inventory.tag.delete inventory.tag.delete_again");
  }

  @TestFactory
  Stream<DynamicTest> scepIssuers() {
    return lives(
        "scep_issuer.create scep_issuer.create_again scep_issuer.create_bad_ident_empty"
            + " scep_issuer.create_bad_key_usage scep_issuer.create_bad_kwargs_empty"
            + " scep_issuer.create_bad_microsoft_empty scep_issuer.create_bad_name_duplicate"
            + " scep_issuer.create_bad_other_kwargs scep_issuer.create_bad_unknown_backend"
            + " scep_issuer.create_minimal scep_issuer.create_microsoft_ca"
            + " scep_issuer.create_okta_ca scep_issuer.create_ident scep_issuer.get"
            + " scep_issuer.get_digicert scep_issuer.get_ident scep_issuer.get_microsoft"
            + " scep_issuer.get_okta scep_issuer.get_provisioned scep_issuer.list"
            + " scep_issuer.list.ordering_desc_updated_at scep_issuer.list.name_no_match"
            + " scep_issuer.patch scep_issuer.put scep_issuer.list.name scep_issuer.put_empty"
            + " scep_issuer.put_provisioned scep_issuer.delete_used scep_issuer.delete"
            + " scep_issuer.delete_minimal");
  }

  @TestFactory
  Stream<DynamicTest> enrollmentConfigurations() throws Exception {
    String used = ids.in(Recordings.matching("ota_enrollment\\.get_seed").get(0)).path();
    String secret = house.get(used).get("enrollment_secret").get("secret").asString();
    assertThat(raw("GET", "/public/mdm/enroll/" + secret)).isEqualTo(200);
    // The one that a first start makes says less than any that was recorded.
    assertThat(raw("DELETE", "/api/mdm/ota_enrollments/1/")).isEqualTo(204);
    return lives(
        "ota_enrollment.create ota_enrollment.create_bad_display_name_long"
            + " ota_enrollment.create_bad_mbu_unknown ota_enrollment.create_bad_no_secret"
            + " ota_enrollment.create_bad_push_null ota_enrollment.create_bad_quota"
            + " ota_enrollment.create_bad_quota_high ota_enrollment.create_bad_realm_bad"
            + " ota_enrollment.create_bad_scep_null ota_enrollment.create_bad_scep_unknown"
            + " ota_enrollment.create_bad_secret_empty ota_enrollment.create_bad_secret_null"
            + " ota_enrollment.create_bad_serials ota_enrollment.create_bad_serials_blank"
            + " ota_enrollment.get_seed ota_enrollment.get ota_enrollment.put_empty"
            + " ota_enrollment.put ota_enrollment.list ota_enrollment.list.name"
            + " ota_enrollment.list.ordering_desc_updated_at ota_enrollment.delete_used"
            + " ota_enrollment.delete ota_enrollment.delete_minimal ota_enrollment.get_deleted"
            + " ota_enrollment.put_deleted");
  }

  private int raw(String method, String path) throws Exception {
    Map<String, String> admin = Map.of("Authorization", "Token {admin}");
    JsonNode none = ApiJson.MAPPER.nullNode();
    return house
        .send(new RecordedCase(path, method, path, admin, null, 0, Map.of(), none))
        .statusCode();
  }

  @TestFactory
  Stream<DynamicTest> whatOptionsDescribe() {
    return Recordings.matching("routes\\.options\\.(scep_issuers|ota_enrollments?)").stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> describesTheSame(it)));
  }

  private void describesTheSame(RecordedCase recorded) throws Exception {
    JsonNode ours = Differences.withoutOwnFields(json(house.send(recorded)));
    ObjectNode theirs = recorded.body().deepCopy().asObject();
    theirs.put("description", "");
    assertThat(ours.toString()).isEqualTo(theirs.toString());
  }

  /** The issuers that were there: their settings are those that were answered of them. */
  private void seedIssuer(String backend) throws Exception {
    if (backend.equals("static")) {
      seed(
          "mdm/scep_issuers",
          STATIC,
          "{\"name\":\"SCEP static\",\"url\":\"https://scep.example.com/scep\","
              + "\"backend\":\"STATIC_CHALLENGE\","
              + "\"static_challenge_kwargs\":{\"challenge\":\"secret\"}}");
      return;
    }
    JsonNode recorded = Recordings.matching("scep_issuer\\.get_" + backend).get(0).body();
    seed("mdm/scep_issuers", recorded.get("id").asString(), recorded.toString());
  }

  private void seedEnrollment(String recorded, String name) throws Exception {
    seed(
        "mdm/ota_enrollments",
        recorded,
        "{\"name\":\"%s\",\"push_certificate\":1,\"scep_issuer\":\"%s\",".formatted(name, STATIC)
            + "\"enrollment_secret\":{\"meta_business_unit\":1,\"tags\":[1],"
            + "\"serial_numbers\":[\"SN1\"],\"udids\":[\"U1\"],\"quota\":5}}");
  }

  /** Makes one of ours for a recorded one. */
  private void seed(String route, String recorded, String body) throws Exception {
    RecordedCase create =
        new RecordedCase(
            "seed " + route,
            "POST",
            "/api/" + route + "/",
            Map.of("Authorization", "Token {admin}", "Content-Type", "application/json"),
            body,
            201,
            Map.of(),
            ApiJson.MAPPER.nullNode());
    HttpResponse<String> answer = house.send(ids.in(create));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    ids.put(route.replaceFirst(".*/", ""), recorded, json(answer).get("id"));
  }

  private Stream<DynamicTest> lives(String names) {
    List<RecordedCase> cases = new ArrayList<>();
    for (String name : names.split(" ")) {
      List<RecordedCase> found = Recordings.matching(name.replace(".", "\\."));
      assertThat(found).as(name).hasSize(1);
      cases.addAll(found);
    }
    List<JsonNode> things = cases.stream().flatMap(ResourceContractTest::things).toList();
    return cases.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> replay(it, things)));
  }

  private void replay(RecordedCase recorded, List<JsonNode> things) throws Exception {
    HttpResponse<String> answer = house.send(ids.in(recorded));
    Differences.Difference difference = Differences.of(recorded);
    int status = difference == null ? recorded.status() : difference.status();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (difference != null) {
      return;
    }
    if (recorded.status() == 201) {
      String kind = recorded.path().replaceFirst(".*/([a-z_]+)/$", "$1");
      ids.put(kind, recorded.body().get("id").asString(), json(answer).get("id"));
    }
    if (recorded.status() == 204) {
      assertThat(answer.body()).isEmpty();
    } else if (recorded.status() >= 400) {
      assertThat(json(answer).toString()).isEqualTo(recorded.body().toString());
    } else {
      JsonNode ours = Differences.withoutOwnFields(json(answer));
      if (ours.has("results")) {
        assertThat(ours.propertyNames()).containsExactly("count", "next", "previous", "results");
      }
      assertThat(parts(ours)).allSatisfy(it -> like(it, things));
    }
  }

  /** It has the keys of some recorded things, and is made as they are. */
  private static void like(JsonNode ours, List<JsonNode> things) {
    List<String> keys = List.copyOf(ours.propertyNames());
    Shape same =
        new Shape(
            things.stream().filter(it -> keys.equals(List.copyOf(it.propertyNames()))).toList());
    assertThat(same.examples()).as("recorded with the keys of " + ours).isNotEmpty();
    assertThat(same.unlike("", ours)).isEmpty();
  }

  /** The things in an answer: its own, or those of its list. */
  private static Stream<JsonNode> parts(JsonNode answer) {
    return answer.has("results")
        ? answer.get("results").valueStream()
        : answer.isArray() ? answer.valueStream() : Stream.of(answer);
  }

  private static Stream<JsonNode> things(RecordedCase recorded) {
    return recorded.status() < 300 && recorded.body().isContainer()
        ? parts(recorded.body())
        : Stream.of();
  }

  private static JsonNode node(String text) {
    return ApiJson.MAPPER.getNodeFactory().stringNode(text);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ApiJson.MAPPER.readTree(answer.body());
  }
}
