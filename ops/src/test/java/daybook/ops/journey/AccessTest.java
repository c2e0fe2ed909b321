// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, roles and tokens by the API, and what they may at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final String USERS = "/api/accounts/users/";
  private static final String ROLES = "/api/accounts/roles/";
  private static final String TOKENS = "/api/accounts/api_tokens/";
  private static final String DEVICES = "/api/mdm/devices/";

  private House house;
  private Api admin;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder);
    admin = house.api();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aRoleGivesAndTakesWhatItNamesAtOnce() {
    long role = id(admin.post(ROLES, role("Viewers", "mdm.view_enrolleddevice")));
    long bot = id(admin.post(USERS, service("bot-of-roles", List.of(role))));
    Api asBot = api(token(admin, bot));

    assertThat(asBot.status("GET", DEVICES)).isEqualTo(200);
    assertThat(asBot.status("GET", USERS)).isEqualTo(403);
    assertThat(admin.put(ROLES + role + "/", role("Viewers", "accounts.view_user")).statusCode())
        .isEqualTo(200);
    assertThat(asBot.status("GET", DEVICES)).isEqualTo(403);
    assertThat(asBot.status("GET", USERS)).isEqualTo(200);
    assertThat(admin.status("DELETE", ROLES + role + "/")).isEqualTo(204);
    assertThat(asBot.status("GET", USERS)).isEqualTo(403);
    assertThat(admin.get(USERS + bot + "/").get("roles")).isEmpty();
  }

  @Test
  void anAccountIsMadeReadChangedAndShutOut() {
    HttpResponse<String> made =
        admin.post(
            USERS,
            Map.of(
                "username",
                "Reader",
                "description",
                "reads the list",
                "is_service_account",
                true,
                "permissions",
                List.of("mdm.view_enrolleddevice")));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode reader = Api.json(made.body());
    String path = USERS + reader.get("id").asLong() + "/";
    assertThat(admin.get(path)).isEqualTo(reader);
    assertThat(reader.get("description").asText()).isEqualTo("reads the list");
    assertThat(admin.get(USERS + "?username=reader").at("/results/0")).isEqualTo(reader);
    Api asReader = api(token(admin, reader.get("id").asLong()));
    assertThat(asReader.status("GET", DEVICES)).isEqualTo(200);

    Map<String, Object> out =
        Map.of("username", "Reader", "is_service_account", true, "is_active", false);
    assertThat(admin.put(path, out).statusCode()).isEqualTo(200);
    assertThat(asReader.status("GET", DEVICES)).isEqualTo(401);
    assertThat(admin.get(path).get("permissions")).isEmpty();
    assertThat(admin.put(path, Map.of("username", "Other")).body())
        .isEqualTo("{\"username\":[\"This can't be changed: make another account.\"]}");
    assertThat(admin.post(USERS, Map.of("username", "READER")).body())
        .isEqualTo("{\"username\":[\"user with this username already exists.\"]}");
    assertThat(admin.status("DELETE", path)).isEqualTo(405);
  }

  @Test
  void anUnknownPermissionOrRoleIsRefusedByName() {
    assertThat(admin.post(ROLES, role("Typo", "mdm.view_enroleddevice")).body())
        .isEqualTo("{\"permissions\":[\"There is no permission “mdm.view_enroleddevice”.\"]}");
    HttpResponse<String> account =
        admin.post(
            USERS, Map.of("username", "x", "permissions", List.of("root"), "roles", List.of()));
    assertThat(account.statusCode()).isEqualTo(400);
    assertThat(account.body()).contains("There is no permission “root”.");
    assertThat(admin.post(USERS, Map.of("username", "x", "roles", List.of(4711))).body())
        .isEqualTo("{\"roles\":[\"Invalid pk \\\"4711\\\" - object does not exist.\"]}");
  }

  @Test
  void theLastActiveAdministratorCantBeStrippedOrShutOut() {
    JsonNode me = admin.get(USERS + "?username=admin").at("/results/0");
    assertThat(me.get("roles").get(0).asLong()).isEqualTo(1);
    String path = USERS + me.get("id").asLong() + "/";
    String last = "{\"detail\":\"This is the last active administrator.\"}";
    Map<String, Object> shutOut =
        Map.of("username", "admin", "is_active", false, "roles", List.of(1));

    assertThat(admin.put(path, Map.of("username", "admin")).body()).isEqualTo(last);
    assertThat(admin.put(path, shutOut).body()).isEqualTo(last);

    long second =
        id(
            admin.post(
                USERS, Map.of("username", "second", "roles", List.of(1), "is_active", false)));
    assertThat(admin.put(path, shutOut).body()).isEqualTo(last);
    Map<String, Object> in = Map.of("username", "second", "roles", List.of(1));
    assertThat(admin.put(USERS + second + "/", in).statusCode()).isEqualTo(200);
    assertThat(admin.put(USERS + second + "/", Map.of("username", "second")).statusCode())
        .isEqualTo(200);
    assertThat(admin.put(path, shutOut).body()).isEqualTo(last);
  }

  @Test
  void nobodyGivesWhatTheyDontHold() {
    long clerk =
        id(
            admin.post(
                USERS,
                Map.of(
                    "username",
                    "clerk",
                    "is_service_account",
                    true,
                    "permissions",
                    List.of(
                        "accounts.add_user",
                        "accounts.change_user",
                        "accounts.add_role",
                        "accounts.add_apitoken"))));
    Api asClerk = api(token(admin, clerk));
    String lacks =
        "{\"detail\":\"You do not hold mdm.view_enrolleddevice, so you can't give it or change what"
            + " holds it.\"}";

    assertThat(asClerk.post(ROLES, role("Mine", "mdm.view_enrolleddevice")).body())
        .isEqualTo(lacks);
    assertThat(
            asClerk
                .post(
                    USERS,
                    Map.of("username", "a", "permissions", List.of("mdm.view_enrolleddevice")))
                .body())
        .isEqualTo(lacks);
    HttpResponse<String> administrator =
        asClerk.post(USERS, Map.of("username", "b", "roles", List.of(1)));
    assertThat(administrator.statusCode()).isEqualTo(403);
    assertThat(administrator.body()).contains("Administrator");
    long me = admin.get(USERS + "?username=admin").at("/results/0/id").asLong();
    assertThat(
            asClerk
                .put(USERS + me + "/", Map.of("username", "admin", "password", "a new password"))
                .statusCode())
        .isEqualTo(403);

    long strong =
        id(
            admin.post(
                USERS,
                Map.of(
                    "username",
                    "strong-bot",
                    "is_service_account",
                    true,
                    "permissions",
                    List.of("mdm.view_enrolleddevice"))));
    assertThat(asClerk.post(TOKENS, Map.of("user", strong, "name", "t")).body()).isEqualTo(lacks);
    assertThat(asClerk.post(TOKENS, Map.of("user", me, "name", "t")).body())
        .isEqualTo("{\"detail\":\"You can't issue a token for another person.\"}");
    assertThat(asClerk.post(TOKENS, Map.of("user", clerk, "name", "t")).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aTokenIsShownOnceKnowsItsLastUseAndIsRevoked() {
    long bot =
        id(
            admin.post(
                USERS,
                Map.of(
                    "username",
                    "token-bot",
                    "is_service_account",
                    true,
                    "permissions",
                    List.of("mdm.view_enrolleddevice"))));
    HttpResponse<String> made =
        admin.post(TOKENS, Map.of("user", bot, "name", "ci", "expiry", "2099-01-31T12:00:00"));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode token = Api.json(made.body());
    String secret = token.get("secret").asText();
    assertThat(secret).matches("ztls_0000000[0-9a-zA-Z]{29}");
    assertThat(token.get("expiry").asText()).isEqualTo("2099-01-31T12:00:00");
    assertThat(token.get("last_used_at").isNull()).isTrue();

    assertThat(api(secret).status("GET", DEVICES)).isEqualTo(200);
    String path = TOKENS + token.get("id").asText() + "/";
    assertThat(admin.get(path).get("last_used_at").isNull()).isFalse();
    assertThat(admin.get(TOKENS + "?user=" + bot).toString()).contains("ci").doesNotContain("ztls");
    assertThat(admin.status("DELETE", path)).isEqualTo(204);
    assertThat(api(secret).status("GET", DEVICES)).isEqualTo(401);
    assertThat(admin.status("DELETE", path)).isEqualTo(404);
    assertThat(
            admin
                .post(TOKENS, Map.of("user", bot, "name", "x", "expiry", "2020-01-01T00:00:00"))
                .body())
        .isEqualTo("{\"expiry\":[\"This time has passed.\"]}");
  }

  @Test
  void theAccessReviewTellsWhoMayDoWhatIsGraveAndByWhichWay() {
    long role = id(admin.post(ROLES, role("Unenrollers", "mdm.unenroll_enrolleddevice")));
    long bot = id(admin.post(USERS, service("unenroller", List.of(role))));
    String path = "/api/accounts/access_review/";

    JsonNode review = admin.get(path + "?permission=mdm.unenroll_enrolleddevice");
    assertThat(review.get("count").asInt()).isEqualTo(1);
    assertThat(review.at("/results/0/allows").asText()).isEqualTo("end the management of devices");
    JsonNode holders = review.at("/results/0/users");
    assertThat(holders.get(0).get("username").asText()).isEqualTo("admin");
    assertThat(holders.get(0).get("roles").toString()).isEqualTo("[1]");
    JsonNode last = holders.get(holders.size() - 1);
    assertThat(last.get("user").asLong()).isEqualTo(bot);
    assertThat(last.get("roles").toString()).isEqualTo("[" + role + "]");
    assertThat(last.get("directly").asBoolean()).isFalse();

    assertThat(admin.get(path).get("results")).hasSizeGreaterThan(5);
    assertThat(api(token(admin, bot)).status("GET", path)).isEqualTo(403);
    assertThat(admin.status("POST", path)).isEqualTo(405);
  }

  private Api api(String token) {
    return new Api(house.url(), token);
  }

  private static String token(Api by, long user) {
    HttpResponse<String> made = by.post(TOKENS, Map.of("user", user, "name", "test"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Api.json(made.body()).get("secret").asText();
  }

  private static long id(HttpResponse<String> made) {
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Api.json(made.body()).get("id").asLong();
  }

  private static Map<String, Object> role(String name, String... permissions) {
    return Map.of("name", name, "permissions", List.of(permissions));
  }

  private static Map<String, Object> service(String name, List<Long> roles) {
    return Map.of("username", name, "is_service_account", true, "roles", roles);
  }
}
