// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = DoorsUnderTest.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.endpoints.web.exposure.include=health,prometheus,env")
class DoorsTest {
  private static final String FORBIDDEN =
      "{\"detail\":\"You do not have permission to perform this action.\"}";

  @Autowired private DoorsUnderTest.NotedRefusals refusals;
  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                         | Authentication credentials were not provided. |
          Basic YWRtaW46eA==         | Authentication credentials were not provided. |
          Token                      | Invalid token header. No credentials provided. | MALFORMED
          Token a b                  | Invalid token header. Token string should not contain spaces. | MALFORMED
          Token ztlu_0123456789abcdef| Invalid ztl token.        | MALFORMED
          token deadbeef             | Invalid token.            | UNKNOWN
          Token expired              | Invalid token.            | EXPIRED expired
          Token inactive             | User inactive or deleted. | INACTIVE inactive
          """)
  void whoIsNotKnownGets401WithTheReasonAndAWrongTokenIsTakenNoteOf(
      String authorization, String detail, String noted) throws Exception {
    refusals.noted.clear();
    HttpResponse<String> answer =
        send("GET", "/api/mdm/devices/", null, "Authorization", authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Token");
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    if (noted == null) {
      assertThat(refusals.noted).isEmpty();
    } else {
      assertThat(refusals.noted)
          .singleElement()
          .asString()
          .startsWith("api ")
          .endsWith(noted)
          .doesNotContain("deadbeef");
    }
  }

  @Test
  void optionsDescribeFieldsToThoseWhoMaySendThem() throws Exception {
    assertThat(as("admin", "OPTIONS", "/api/mdm/things/", null).body())
        .endsWith(",\"actions\":{\"POST\":{\"name\":{\"type\":\"string\"}}}}");
    assertThat(as("viewer", "OPTIONS", "/api/mdm/things/", null).body()).doesNotContain("actions");
  }

  @Test
  void aStoreThatCantAnswerIs503() throws Exception {
    assertThat(as("busy", "GET", "/api/mdm/devices/", null).statusCode()).isEqualTo(503);
  }

  @Test
  void theAnswerIsSnakeCaseInOrderWithNaiveTimesNullsAndPlainUtf8() throws Exception {
    HttpResponse<String> answer = as("viewer", "GET", "/api/mdm/devices/", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "[{\"id\":7,\"display_name\":\"Zoë’s Mac 🖥\","
                + "\"created_at\":\"2026-01-01T00:00:09.009000\","
                + "\"updated_at\":\"2026-01-01T00:00:09\",\"none\":null}]");
  }

  @ParameterizedTest
  @CsvSource({
    "noperm,GET,/api/mdm/devices/,403",
    "noperm,DELETE,/api/mdm/devices/,403",
    "noperm,OPTIONS,/api/mdm/things/,403",
    "noperm,GET,/api/mdm/things/99999/,403",
    "viewer,DELETE,/api/mdm/things/,403",
    "viewer,PATCH,/api/mdm/things/1/,403",
    "viewer,POST,/api/mdm/things/,403",
    "admin,DELETE,/api/mdm/devices/,405",
    "admin,PUT,/api/mdm/devices/,405",
    "admin,PATCH,/api/mdm/devices/,405",
    "admin,BREW,/api/mdm/devices/,405",
    "viewer,GET,/api/mdm/things/,200",
    "viewer,HEAD,/api/mdm/things/,200",
    "viewer,OPTIONS,/api/mdm/things/,200",
    "viewer,GET,/api/mdm/things/1/,404",
    "viewer,GET,/api/mdm/nope/,404",
    "'',GET,/api/mdm/nope/,404",
    "'',GET,/api/mdm/things/abc/,404",
    "'',GET,/api/mdm/things/-1/,404",
    "'',GET,/api/mdm/papers/8200C3BF-AE15-41B0-BDC6-0335FBF9728B/,404",
    "viewer,GET,/api/mdm/papers/8200c3bf-ae15-41b0-bdc6-0335fbf9728b/,200",
    "viewer,GET,/api/mdm//devices/,404",
    "viewer,GET,/api/mdm/devices/;x=y/,404",
    "viewer,GET,/%61pi/mdm/devices/,404",
    "viewer,GET,/public/../api/mdm/devices/,404",
    "viewer,GET,/api/,404",
    "viewer,GET,/api/mdm/devices/?format=api,404",
    "viewer,GET,/api/mdm/devices/?format=json,200",
  })
  void eachRequestGetsTheStatusOfItsOrder(String who, String method, String path, int status)
      throws Exception {
    assertThat(as(who, method, path, null).statusCode()).isEqualTo(status);
  }

  @Test
  void aWrongMethodIsToldWithWhatIsAllowed() throws Exception {
    HttpResponse<String> answer = as("admin", "DELETE", "/api/mdm/devices/", null);

    assertThat(answer.body()).isEqualTo("{\"detail\":\"Method \\\"DELETE\\\" not allowed.\"}");
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(header(as("admin", "GET", "/api/mdm/things/1/", null), "Allow"))
        .isEqualTo("GET, HEAD, OPTIONS, PUT, DELETE");
    assertThat(header(as("admin", "GET", "/api/mdm/things/", null), "Allow"))
        .isEqualTo("GET, POST, HEAD, OPTIONS");
  }

  @Test
  void permissionComesBeforeTheBody() throws Exception {
    assertThat(as("noperm", "POST", "/api/mdm/things/", "{").body()).isEqualTo(FORBIDDEN);
  }

  @Test
  void anEmptyPostIsAnotherGetWhereBothNeedTheSame() throws Exception {
    assertThat(as("viewer", "POST", "/api/mdm/devices/", null).statusCode()).isEqualTo(200);
    assertThat(as("viewer", "POST", "/api/mdm/devices/", "{}").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"GET", "POST", "DELETE", "OPTIONS"})
  void aPathWithoutItsLastSlashIsMovedWhateverTheMethod(String method) throws Exception {
    HttpResponse<String> answer = send(method, "/api/mdm/devices?limit=1&x=%20", null);

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).isEqualTo("/api/mdm/devices/?limit=1&x=%20");
  }

  @Test
  void optionsDescribesTheRoute() throws Exception {
    assertThat(as("viewer", "OPTIONS", "/api/mdm/devices/", null).body())
        .isEqualTo(
            "{\"name\":\"Enrolled Device List\",\"description\":\"\","
                + "\"renders\":[\"application/json\"],\"parses\":[\"application/json\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,406",
    "application/json; indent=4,200",
    "*/*,200",
    "'text/html, application/*;q=0.1',200"
  })
  void whoTakesNoJsonGets406(String accept, int status) throws Exception {
    HttpResponse<String> answer =
        send("GET", "/api/mdm/devices/", null, "Authorization", "Token admin", "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    if (status == 406) {
      assertThat(answer.body())
          .isEqualTo("{\"detail\":\"Could not satisfy the request Accept header.\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "x", "unknown": 1}   | 200 | {"name":"x","by":"admin"}
          {"name": "", "name": "y"}     | 200 | {"name":"y","by":"admin"}
          ''                            | 400 | {"name":["This field is required."]}
          null                          | 400 | {"non_field_errors":["No data provided"]}
          [1]                           | 400 | {"non_field_errors":["Invalid data. Expected a dictionary."]}
          {"name": "x", "size": "much"} | 400 | {"size":["A valid integer is required."]}
          """)
  void aBodyIsReadOrItsFieldIsTold(String body, int status, String answer) throws Exception {
    HttpResponse<String> got = as("admin", "POST", "/api/mdm/things/", body);

    assertThat(got.body()).isEqualTo(answer);
    assertThat(got.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'a': 1}
          {"name": NaN}
          {"name": "x"} y
          {
          """)
  void whatIsNoJsonIsAParseError(String body) throws Exception {
    HttpResponse<String> answer = as("admin", "POST", "/api/mdm/things/", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"detail\":\"JSON parse error - ");
  }

  @Test
  void aBodyThatIsNoUtf8IsAParseError() throws Exception {
    HttpRequest request =
        request("/api/mdm/things/")
            .header("Authorization", "Token admin")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    new byte[] {
                      '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'
                    }))
            .build();

    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("JSON parse error - ");
  }

  @Test
  void anotherMediaTypeIsUnsupported() throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/mdm/things/",
            "{}",
            "Authorization",
            "Token admin",
            "Content-Type",
            "text/plain");

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"Unsupported media type \\\"text/plain\\\" in request.\"}");
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    String large = "{\"name\":\"" + "x".repeat(5 << 20) + "\"}";

    assertThat(as("admin", "POST", "/api/mdm/things/", large).statusCode()).isEqualTo(413);
  }

  @Test
  void aMissingThingIsToldAndADefectIsNot() throws Exception {
    assertThat(as("viewer", "GET", "/api/mdm/things/1/", null).body())
        .isEqualTo("{\"detail\":\"No Thing matches the given query.\"}");
    HttpResponse<String> defect = as("viewer", "GET", "/api/mdm/things/500/", null);
    assertThat(defect.statusCode()).isEqualTo(500);
    assertThat(defect.body()).isEqualTo("{\"error\":\"Server Error (500)\"}");
  }

  @Test
  void metricsNeedTheirPermissionAndHealthNone() throws Exception {
    assertThat(send("GET", "/actuator/health", null).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/actuator/prometheus", null).statusCode()).isEqualTo(401);
    assertThat(as("viewer", "GET", "/actuator/prometheus", null).statusCode()).isEqualTo(403);
    assertThat(as("metrics", "GET", "/actuator/prometheus", null).statusCode()).isEqualTo(200);
    assertThat(as("admin", "GET", "/actuator/env", null).statusCode()).isEqualTo(404);
  }

  @Test
  void devicesAreLeftAlone() throws Exception {
    HttpResponse<String> answer =
        send("POST", "/public/mdm/door", "<plist/>", "Origin", "https://elsewhere.example");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "content-security-policy");
  }

  @Test
  void aFormNeedsItsHiddenFieldAndOurOrigin() throws Exception {
    HttpResponse<String> form = send("GET", "/page", null);
    String cookie = header(form, "Set-Cookie").replaceFirst(";.*", "");
    String token = cookie.replaceFirst("daybook_csrf=", "");

    assertThat(header(form, "Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(header(form, "Content-Security-Policy")).startsWith("default-src 'self'; img-src");
    assertThat(header(form, "Cache-Control")).isEqualTo("no-store");
    assertThat(post("_csrf=" + token, "Cookie", cookie)).isEqualTo(200);
    assertThat(post("", "Cookie", cookie)).isEqualTo(403);
    assertThat(post("_csrf=" + token)).isEqualTo(403);
    assertThat(post("_csrf=" + token, "Cookie", cookie, "Origin", "https://elsewhere.example"))
        .isEqualTo(403);
    assertThat(post("_csrf=" + token, "Cookie", cookie, "Sec-Fetch-Site", "cross-site"))
        .isEqualTo(403);
    assertThat(post("", "Cookie", cookie, "X-Csrf-Token", token)).isEqualTo(200);
  }

  private int post(String form, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/page")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> as(String who, String method, String path, String body)
      throws IOException, InterruptedException {
    return who.isEmpty()
        ? send(method, path, body)
        : send(
            method,
            path,
            body,
            "Authorization",
            "Token " + who,
            "Content-Type",
            "application/json");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
