// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.apple.apns.PushPki;
import daybook.domain.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class PushCertificateControllerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LIST = "/api/mdm/push_certificates/";
  private static final String ONE = LIST + "1/";

  private final OperatorDoor door = new OperatorDoor();
  private final PushPki.Identity identity = door.pki.push("com.apple.mgmt.External.1");

  @Test
  void anAddedCertificateIsAnsweredWithoutItsKey() throws Exception {
    MockHttpServletResponse answer = door.post(LIST, body("Ours", identity));

    assertThat(answer.getStatus()).isEqualTo(201);
    Map<?, ?> shown = read(answer);
    assertThat(List.<Object>copyOf(shown.keySet()))
        .containsExactly(
            "id",
            "provisioning_uid",
            "name",
            "topic",
            "not_before",
            "not_after",
            "certificate",
            "created_at",
            "updated_at");
    assertThat(shown.get("id")).isEqualTo(1);
    assertThat(shown.get("provisioning_uid")).isNull();
    assertThat(shown.get("name")).isEqualTo("Ours");
    assertThat(shown.get("topic")).isEqualTo("com.apple.mgmt.External.1");
    assertThat(shown.get("certificate")).isEqualTo(identity.pem());
    assertThat(answer.getContentAsString()).doesNotContain("PRIVATE");
    assertThat(read(door.get(ONE))).isEqualTo(shown);
    assertThat(door.keys.ids()).hasSize(1);
    assertThat(door.awaited).containsExactly("audit 1 2");
  }

  @Test
  void aRenewedCertificateKeepsItsBirthAndNumber() throws Exception {
    door.post(LIST, body("Ours", identity));
    door.clock.advance(Duration.ofDays(300));
    PushPki.Identity next = door.pki.push("com.apple.mgmt.External.1");

    MockHttpServletResponse answer = door.send(HttpMethod.PUT, ONE, body("Ours, renewed", next));

    assertThat(answer.getStatus()).isEqualTo(200);
    Map<?, ?> shown = read(answer);
    assertThat(shown.get("id")).isEqualTo(1);
    assertThat(shown.get("name")).isEqualTo("Ours, renewed");
    assertThat(shown.get("certificate")).isEqualTo(next.pem());
    assertThat(shown.get("created_at")).isEqualTo("2026-11-24T10:00:00.123Z");
    assertThat(shown.get("updated_at")).isEqualTo("2027-09-20T10:00:00.123Z");
  }

  static Stream<Arguments> refused() {
    String required = "This field is required.";
    return Stream.of(
        Arguments.of(
            "{}",
            Map.of(
                "name",
                List.of(required),
                "certificate",
                List.of(required),
                "private_key",
                List.of(required))),
        Arguments.of(
            "{\"name\":\"\",\"certificate\":null,\"private_key\":[]}",
            Map.of(
                "name",
                List.of("This field may not be blank."),
                "certificate",
                List.of("This field may not be null."),
                "private_key",
                List.of("Not a valid string."))),
        Arguments.of(
            "{\"name\":\"%s\",\"certificate\":\"x\",\"private_key\":\"x\"}"
                .formatted("n".repeat(257)),
            Map.of("name", List.of("Ensure this field has no more than 256 characters."))),
        Arguments.of(
            "{\"name\":\"n\\u0000\",\"certificate\":\"x\",\"private_key\":\"x\"}",
            Map.of("name", List.of("Null characters are not allowed."))),
        Arguments.of(
            "{\"name\":\"n\",\"certificate\":\"x\",\"private_key\":\"x\"}",
            Map.of("certificate", List.of("Could not load PEM certificate"))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsMissingOrWrongIsToldByField(String json, Map<String, List<String>> told)
      throws Exception {
    MockHttpServletResponse answer = door.post(LIST, json);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(told);
    assertThat(door.keys.ids()).isEmpty();
  }

  static Stream<Arguments> decided() {
    return Stream.of(
        Arguments.of(
            Refusal.NAME_TAKEN,
            Map.of("name", List.of("push certificate with this name already exists."))),
        Arguments.of(
            Refusal.TOPIC_TAKEN,
            Map.of(
                "non_field_errors",
                List.of("A different certificate with the same topic already exists"))),
        Arguments.of(
            Refusal.TOPIC_CHANGED,
            Map.of("non_field_errors", List.of("The new certificate has a different topic"))));
  }

  @ParameterizedTest
  @MethodSource("decided")
  void whatTheLogRefusesIsToldInTheApisWords(Refusal refusal, Map<String, List<String>> told)
      throws Exception {
    door.post(LIST, body("Ours", identity));
    door.refusals.add(refusal);

    MockHttpServletResponse answer = door.send(HttpMethod.PUT, ONE, body("Ours", identity));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(told);
  }

  @Test
  void anUnknownNumberIsNotFound() throws Exception {
    String none = "{\"detail\":\"No PushCertificate matches the given query.\"}";

    assertThat(door.get(LIST + "7/").getContentAsString()).isEqualTo(none);
    assertThat(door.send(HttpMethod.PUT, LIST + "7/", "{}").getStatus()).isEqualTo(404);
  }

  @Test
  void thereIsNoWayToRemoveOne() throws Exception {
    door.post(LIST, body("Ours", identity));

    assertThat(door.send(HttpMethod.DELETE, ONE, null).getStatus()).isEqualTo(405);
  }

  @Test
  void theListIsSortedByNameAndPaged() throws Exception {
    for (String name : List.of("b", "c", "a")) {
      door.post(LIST, body(name, door.pki.push("com.apple.mgmt." + name)));
    }

    assertThat(names(door.get(LIST))).containsExactly("a", "b", "c");
    Map<?, ?> middle = read(door.get(LIST + "?offset=1&limit=1"));
    assertThat(List.<Object>copyOf(middle.keySet()))
        .containsExactly("count", "next", "previous", "results");
    assertThat(middle.get("count")).isEqualTo(3);
    assertThat(middle.get("next"))
        .isEqualTo("http://localhost/api/mdm/push_certificates/?limit=1&offset=2");
    assertThat(middle.get("previous"))
        .isEqualTo("http://localhost/api/mdm/push_certificates/?limit=1");
    assertThat(names(door.get(LIST + "?offset=2&limit=1"))).containsExactly("c");
    assertThat(read(door.get(LIST + "?offset=2&limit=1")).get("next")).isNull();
  }

  @Test
  void oddLimitsAndOffsetsCountAsAbsent() throws Exception {
    door.post(LIST, body("a", identity));

    for (String query : List.of("limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x")) {
      assertThat(names(door.get(LIST + "?" + query))).as(query).containsExactly("a");
    }
    assertThat(names(door.get(LIST + "?offset=5"))).isEmpty();
  }

  @Test
  void theListIsFilteredByTheWholeName() throws Exception {
    door.post(LIST, body("Ours", identity));

    assertThat(names(door.get(LIST + "?name=Ours"))).containsExactly("Ours");
    assertThat(names(door.get(LIST + "?name=Our"))).isEmpty();
    assertThat(read(door.get(LIST + "?name=x")).get("count")).isEqualTo(0);
  }

  private static List<Object> names(MockHttpServletResponse answer) throws Exception {
    return ((List<?>) read(answer).get("results"))
        .stream().<Object>map(it -> ((Map<?, ?>) it).get("name")).toList();
  }

  private static String body(String name, PushPki.Identity identity) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", name);
    fields.put("certificate", identity.pem());
    fields.put("private_key", identity.keyPem());
    fields.put("private_key_password", null);
    return JSON.writeValueAsString(fields);
  }

  private static Map<?, ?> read(MockHttpServletResponse answer) throws Exception {
    return JSON.readValue(answer.getContentAsString(), Map.class);
  }
}
