// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void anAddedCertificateIsAnsweredWithoutItsKey() throws Exception {
    MockHttpServletResponse answer = door.post(LIST, body("Ours", "PEM"));

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
    assertThat(shown.get("topic")).isEqualTo("topic1");
    assertThat(shown.get("certificate")).isEqualTo("PEM");
    assertThat(answer.getContentAsString()).doesNotContain("PRIVATE");
    assertThat(read(door.get(ONE))).isEqualTo(shown);
    assertThat(door.awaited).containsExactly("audit 0 2");
  }

  @Test
  void aRenewedCertificateKeepsItsBirthAndNumber() throws Exception {
    door.post(LIST, body("Ours", "PEM"));
    door.clock.advance(Duration.ofDays(300));

    MockHttpServletResponse answer = door.send(HttpMethod.PUT, ONE, body("Ours, renewed", "NEXT"));

    assertThat(answer.getStatus()).isEqualTo(200);
    Map<?, ?> shown = read(answer);
    assertThat(shown.get("id")).isEqualTo(1);
    assertThat(shown.get("name")).isEqualTo("Ours, renewed");
    assertThat(shown.get("certificate")).isEqualTo("NEXT");
    assertThat(shown.get("created_at")).isEqualTo("2026-11-24T10:00:00.123Z");
    assertThat(shown.get("updated_at")).isEqualTo("2027-09-20T10:00:00.123Z");
  }

  static Stream<Arguments> refused() {
    List<String> required = List.of("This field is required.");
    return Stream.of(
        Arguments.of(HttpMethod.POST, "{}", Map.of("name", required)),
        Arguments.of(
            HttpMethod.POST,
            "{\"name\":\"n\",\"certificate\":\"x\"}",
            Map.of("private_key", required)),
        Arguments.of(
            HttpMethod.POST,
            "{\"name\":\"n\",\"private_key\":\"x\"}",
            Map.of("certificate", required)),
        Arguments.of(HttpMethod.PUT, "{}", Map.of("name", required, "certificate", required)),
        Arguments.of(
            HttpMethod.PUT,
            "{\"name\":\"\",\"certificate\":null,\"private_key\":[]}",
            Map.of(
                "name",
                List.of("This field may not be blank."),
                "certificate",
                List.of("This field may not be null."),
                "private_key",
                List.of("Not a valid string."))),
        Arguments.of(
            HttpMethod.POST,
            "{\"name\":\"%s\",\"certificate\":\"x\",\"private_key\":\"x\"}"
                .formatted("n".repeat(257)),
            Map.of("name", List.of("Ensure this field has no more than 256 characters."))),
        Arguments.of(
            HttpMethod.POST,
            "{\"name\":\"n\\u0000\",\"certificate\":\"x\",\"private_key\":\"x\"}",
            Map.of("name", List.of("Null characters are not allowed."))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsMissingOrWrongIsToldByField(
      HttpMethod method, String json, Map<String, List<String>> told) throws Exception {
    door.post(LIST, body("Ours", "PEM"));

    MockHttpServletResponse answer = door.send(method, method == HttpMethod.PUT ? ONE : LIST, json);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(told);
    assertThat(door.certificates.origins).hasSize(1);
  }

  static Stream<Arguments> decided() {
    String together = "non_field_errors";
    return Stream.of(
        Arguments.of(
            Refusal.NAME_TAKEN, "{\"name\":[\"push certificate with this name already exists.\"]}"),
        Arguments.of(
            Refusal.TOPIC_TAKEN,
            "{\"%s\":[\"A different certificate with the same topic already exists\"]}"
                .formatted(together)),
        Arguments.of(
            Refusal.TOPIC_CHANGED,
            "{\"%s\":[\"The new certificate has a different topic\",\"as told\"]}"
                .formatted(together)),
        Arguments.of(
            Refusal.KEY_NOT_WAITING,
            "{\"private_key\":[\"This field is required: no key made here waits for a certificate.\"]}"),
        Arguments.of(Refusal.IN_USE, "[\"This push certificate cannot be deleted: as told\"]"));
  }

  @ParameterizedTest
  @MethodSource("decided")
  void whatTheLogRefusesIsToldInTheApisWords(Refusal refusal, String told) throws Exception {
    door.post(LIST, body("Ours", "PEM"));
    door.certificates.refuse(refusal, "as told");

    MockHttpServletResponse answer =
        refusal == Refusal.IN_USE
            ? door.send(HttpMethod.DELETE, ONE, null)
            : door.send(HttpMethod.PUT, ONE, body("Ours", "PEM"));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).isEqualTo(told);
  }

  @Test
  void aNameAloneMakesAKeyWhoseRequestCanBeDownloaded() throws Exception {
    MockHttpServletResponse made = door.post(LIST, "{\"name\":\"Ours\"}");

    assertThat(made.getStatus()).isEqualTo(201);
    assertThat(read(made).get("name")).isEqualTo("Ours");
    assertThat(read(made).get("topic")).isNull();
    MockHttpServletResponse request = door.get(ONE + "csr/");
    assertThat(request.getStatus()).isEqualTo(200);
    assertThat(request.getContentType()).startsWith("application/pkcs10");
    assertThat(request.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"push_certificate_1.csr\"");
    assertThat(request.getContentAsString()).isEqualTo("REQUEST");
    MockHttpServletResponse signed =
        door.post(ONE + "signed_csr/", "{\"vendor_certificates\":\"A\",\"vendor_key\":\"B\"}");
    assertThat(signed.getContentAsString()).isEqualTo("A+B");
    assertThat(signed.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"push_certificate_1_signed_csr.b64\"");
  }

  @Test
  void whereNoKeyWaitsThereIsNoRequest() throws Exception {
    door.post(LIST, body("Ours", "PEM"));

    assertThat(door.get(ONE + "csr/").getStatus()).isEqualTo(404);
    assertThat(door.post(ONE + "signed_csr/", "{}").getStatus()).isEqualTo(404);
    assertThat(door.post(ONE + "csr/", null).getStatus()).isEqualTo(201);
    assertThat(door.get(ONE + "csr/").getStatus()).isEqualTo(200);
    assertThat(door.post(ONE + "signed_csr/", "{}").getStatus()).isEqualTo(400);
  }

  @Test
  void aDeletedOneIsGone() throws Exception {
    door.post(LIST, body("Ours", "PEM"));

    assertThat(door.send(HttpMethod.DELETE, ONE, null).getStatus()).isEqualTo(204);
    assertThat(door.get(ONE).getStatus()).isEqualTo(404);
  }

  @Test
  void anUnknownNumberIsNotFound() throws Exception {
    String none = "{\"detail\":\"No PushCertificate matches the given query.\"}";

    assertThat(door.get(LIST + "7/").getContentAsString()).isEqualTo(none);
    assertThat(door.send(HttpMethod.PUT, LIST + "7/", "{}").getStatus()).isEqualTo(404);
  }

  @Test
  void theListIsSortedByNameAndPaged() throws Exception {
    for (String name : List.of("b", "c", "a")) {
      door.post(LIST, body(name, "PEM"));
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
    door.post(LIST, body("a", "PEM"));

    for (String query : List.of("limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x")) {
      assertThat(names(door.get(LIST + "?" + query))).as(query).containsExactly("a");
    }
    assertThat(names(door.get(LIST + "?offset=5"))).isEmpty();
  }

  @Test
  void theListIsFilteredByTheWholeName() throws Exception {
    door.post(LIST, body("Ours", "PEM"));

    assertThat(names(door.get(LIST + "?name=Ours"))).containsExactly("Ours");
    assertThat(names(door.get(LIST + "?name=Our"))).isEmpty();
    assertThat(read(door.get(LIST + "?name=x")).get("count")).isEqualTo(0);
  }

  private static List<Object> names(MockHttpServletResponse answer) throws Exception {
    return ((List<?>) read(answer).get("results"))
        .stream().<Object>map(it -> ((Map<?, ?>) it).get("name")).toList();
  }

  private static String body(String name, String certificate) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", name);
    fields.put("certificate", certificate);
    fields.put("private_key", "KEY");
    fields.put("private_key_password", null);
    return JSON.writeValueAsString(fields);
  }

  private static Map<?, ?> read(MockHttpServletResponse answer) throws Exception {
    return JSON.readValue(answer.getContentAsString(), Map.class);
  }
}
