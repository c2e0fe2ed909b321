// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.Daybook;
import daybook.ops.http.ApiJson;
import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The description of the API: all routes are in it, with what they take, answer and refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
  private RunningDaybook daybook;
  private JsonNode schema;

  @BeforeAll
  void read(@TempDir Path folder) throws Exception {
    daybook =
        RunningDaybook.start(
            Daybook.class,
            Arguments.parse("--simulate", "0"),
            Home.at(folder),
            Map.of("server.port", "0"));
    HttpRequest request =
        HttpRequest.newBuilder(daybook.url().resolve("/api/schema/"))
            .header("Authorization", "Token " + daybook.admin().apiToken())
            .build();
    schema =
        ApiJson.MAPPER.readTree(
            HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  @AfterAll
  void close() {
    daybook.close();
  }

  @Test
  void eachOperationOfEachRouteIsDescribedWithItsPermissionAndItsRefusals() {
    List<Route> routes = routes();
    assertThat(routes).hasSizeGreaterThan(20);
    for (Route route : routes) {
      route
          .methods()
          .forEach(
              (method, requires) -> {
                JsonNode operation = operation(route, method);
                String name = method + " " + path(route);
                assertThat(operation.isMissingNode()).as(name).isFalse();
                assertThat(operation.path("summary").asString("")).as(name).isNotEmpty();
                assertThat(operation.path("description").asString(""))
                    .as(name)
                    .contains(requires.permission().value());
                assertThat(operation.path("responses").propertyNames())
                    .as(name)
                    .contains("401", "403");
                if (path(route).contains("{")) {
                  assertThat(operation.path("responses").propertyNames()).as(name).contains("404");
                }
              });
    }
  }

  @Test
  void whatIsWrittenIsDescribedByFieldAndAnsweredLikeWhatIsRead() {
    JsonNode tags = schema.path("paths").path("/api/inventory/tags/");
    JsonNode body = json(tags.path("post").path("requestBody"));
    assertThat(body.path("properties").propertyNames()).contains("name", "color");
    assertThat(body.path("required").toString()).contains("name").doesNotContain("slug");
    JsonNode one = schema.path("paths").path("/api/inventory/tags/{number}/");
    JsonNode read = json(one.path("get").path("responses").path("200"));
    assertThat(read.isMissingNode()).isFalse();
    assertThat(json(tags.path("post").path("responses").path("201"))).isEqualTo(read);
    assertThat(json(one.path("put").path("responses").path("200"))).isEqualTo(read);
    assertThat(one.path("delete").path("responses").propertyNames())
        .contains("204")
        .doesNotContain("200");

    JsonNode devices = schema.path("paths").path("/api/mdm/devices/{id}/");
    JsonNode device = json(devices.path("get").path("responses").path("200"));
    assertThat(device.path("$ref").asString("")).endsWith("/DeviceView");
    JsonNode block =
        schema
            .path("paths")
            .path("/api/mdm/devices/{device}/block/")
            .path("post")
            .path("responses");
    assertThat(json(block.path("200"))).isEqualTo(device);
    JsonNode lock =
        schema.path("paths").path("/api/mdm/devices/{device}/lock/").path("post").path("responses");
    assertThat(lock.propertyNames()).contains("201").doesNotContain("200");
    assertThat(json(lock.path("201")).path("$ref").asString("")).endsWith("/ShownCommand");
    JsonNode enrollment =
        schema.path("paths").path("/api/mdm/ota_enrollments/{number}/").path("get");
    assertThat(json(enrollment.path("responses").path("200")).path("properties").propertyNames())
        .contains("enrollment_secret", "created_at");
    JsonNode fields = schema.path("components").path("schemas").path("DeviceView");
    assertThat(fields.path("properties").propertyNames())
        .contains("serial_number", "tags", "meta_business_unit", "life_cycle")
        .doesNotContain("life", "own");
  }

  @Test
  void eachOperationThatTakesDescribedFieldsHasThemAsItsBody() {
    for (Route route : routes()) {
      for (String method : List.of("POST", "PUT")) {
        JsonNode operation = operation(route, method);
        boolean described =
            route.method(method).isPresent() && !route.method(method).get().fields().isEmpty();
        if (described) {
          assertThat(json(operation.path("requestBody")).path("properties").isEmpty())
              .as(method + " " + path(route))
              .isFalse();
          assertThat(operation.path("responses").propertyNames()).contains("400");
        }
      }
    }
  }

  private List<Route> routes() {
    return daybook.bean(RouteTable.class).routes().stream()
        .filter(it -> !it.pattern().getPatternString().startsWith("/api/schema"))
        .toList();
  }

  private JsonNode operation(Route route, String method) {
    return schema.path("paths").path(path(route)).path(method.toLowerCase(Locale.ROOT));
  }

  private static String path(Route route) {
    return route
        .pattern()
        .getPatternString()
        .replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
  }

  private static JsonNode json(JsonNode holder) {
    JsonNode content = holder.path("content");
    return content.isEmpty() ? content : content.iterator().next().path("schema");
  }
}
