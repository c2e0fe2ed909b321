// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.group.DeviceGroups;
import daybook.queryside.http.ApiMapper;
import daybook.queryside.http.Shared;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list and the detail, over a real store and JSON as the server writes it. */
class DeviceControllerTest {
  private static final Instant SEEN = Instant.parse("2026-02-01T09:00:00.123Z");
  @TempDir Path folder;
  private final JsonMapper json = ApiMapper.json();
  private StoredDevices devices;
  private MockMvc mvc;

  @BeforeEach
  void tenDevices() {
    devices = new StoredDevices(folder);
    for (long number = 1; number <= 10; number++) {
      devices.with(number, number > 3 ? null : SEEN.plusSeconds(number));
    }
    devices.with(3, SEEN, "jane", "kid");
    mvc =
        MockMvcBuilders.standaloneSetup(
                new DeviceController(devices.views(), FixedGroups.now(), json))
            .defaultRequest(
                MockMvcRequestBuilders.get("/")
                    .requestAttr(CurrentAccount.ATTRIBUTE, FixedGroups.ACCOUNT))
            .setMessageConverters(new JacksonJsonHttpMessageConverter(json))
            .build();
  }

  @AfterEach
  void close() {
    devices.close();
  }

  @Test
  void withoutPagesTheListIsAnArrayOfTwentySevenFields() throws Exception {
    JsonNode all = get("/api/mdm/devices/");
    assertThat(all.isArray()).isTrue();
    assertThat(ids(all)).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(all.get(0).propertyNames()).hasSize(27).doesNotContain("users", "life");
  }

  @Test
  void theArrayHasTheFieldsOfItsDocumentationInTheirOrder() throws Exception {
    String seed = Shared.text("seeds/000_aae060592f250572.txt");
    String example = seed.substring(seed.indexOf("/api/mdm/devices/?serial_number"));
    example = example.substring(example.indexOf("[\n"), example.indexOf("]\n") + 1);
    List<String> documented = List.copyOf(json.readTree(example).get(0).propertyNames());
    assertThat(get("/api/mdm/devices/?serial_number=SN3").get(0).propertyNames())
        .containsExactlyElementsOf(documented);
  }

  @Test
  void aPageHasTheFieldsThatWereRecordedInTheirOrderAndItsOwnLast() throws Exception {
    JsonNode recorded = json.readTree(Shared.text("fixtures/zentral-api/devices.list.json"));
    JsonNode theirs = recorded.get("body").get("results");
    JsonNode page = get("/api/mdm/devices/?limit=10");
    assertThat(page.propertyNames()).containsExactly("count", "next", "previous", "results");
    List<String> fields = new ArrayList<>(theirs.get(0).propertyNames());
    fields.addAll(List.of("meta_business_unit", "tags", "life_cycle"));
    assertThat(page.get("results").get(0).propertyNames()).containsExactlyElementsOf(fields);
    JsonNode user = theirs.get(theirs.size() - 1).get("users").get(0);
    assertThat(page.get("results").get(7).get("users").get(0).propertyNames())
        .containsExactlyElementsOf(user.propertyNames());
  }

  @Test
  void archivedDevicesAreThereForWhoAsksForThem() throws Exception {
    int all = get("/api/mdm/devices/?archived=all").size();
    assertThat(get("/api/mdm/devices/").size()).isEqualTo(all);
    assertThat(get("/api/mdm/devices/?archived=true").size()).isZero();
    assertThatThrownBy(() -> get("/api/mdm/devices/?archived=1")).hasMessageContaining("archived");
  }

  @Test
  void valuesHaveTheFormatsOfTheApi() throws Exception {
    JsonNode device = get("/api/mdm/devices/3/");
    assertThat(device.propertyNames()).hasSize(39).doesNotContain("life");
    assertThat(device.get("created_at").asString()).isEqualTo("2026-01-01T00:00:00.003000");
    assertThat(device.get("updated_at").asString()).isEqualTo("2026-01-01T00:00:03");
    assertThat(device.get("cert_not_valid_after").asString()).isEqualTo("2028-06-01T12:00:00");
    assertThat(device.get("blueprint").isNull()).isTrue();
    assertThat(device.get("users").get(0).propertyNames()).hasSize(10).doesNotContain("channel");
    String text = answer("/api/mdm/devices/?udid=" + device.get("udid").asString());
    assertThat(text).contains("Jane’s Mac 🍏");
  }

  @Test
  void aPageLinksToItsNeighbours() throws Exception {
    JsonNode page = get("/api/mdm/devices/?limit=2&offset=2");
    assertThat(page.get("count").asInt()).isEqualTo(10);
    assertThat(ids(page.get("results"))).containsExactly(8L, 7L);
    assertThat(page.get("next").asString())
        .isEqualTo("http://localhost/api/mdm/devices/?limit=2&offset=4");
    assertThat(page.get("previous").asString())
        .isEqualTo("http://localhost/api/mdm/devices/?limit=2");
    assertThat(get("/api/mdm/devices/?limit=2&offset=10").get("results")).isEmpty();
  }

  @Test
  void ordersHaveNullsWhereTheApiHasThem() throws Exception {
    assertThat(ids(get("/api/mdm/devices/?ordering=created_at"))).startsWith(1L, 2L);
    assertThat(ids(get("/api/mdm/devices/?ordering=last_seen_at"))).startsWith(3L, 1L, 2L, 4L);
    assertThat(ids(get("/api/mdm/devices/?ordering=-last_seen_at"))).startsWith(10L, 9L);
    assertThat(ids(get("/api/mdm/devices/?ordering=-last_seen_at"))).endsWith(2L, 1L, 3L);
    assertThat(ids(get("/api/mdm/devices/?ordering=serial_number"))).startsWith(10L, 9L);
  }

  @Test
  void filtersAreExactAndTheLastOfRepeatedOnesWins() throws Exception {
    assertThat(ids(get("/api/mdm/devices/?serial_number=SN2&serial_number=SN3")))
        .containsExactly(3L);
    assertThat(get("/api/mdm/devices/?serial_number=sn2")).isEmpty();
    assertThat(ids(get("/api/mdm/devices/?serial_number="))).hasSize(10);
    assertThat(get("/api/mdm/devices/?udid=00000000-0000-4000-8000-000000000001&serial_number=SN2"))
        .isEmpty();
    assertThat(ids(get("/api/mdm/devices/?short_name=jane"))).containsExactly(3L);
    assertThat(get("/api/mdm/devices/?short_name=jan")).isEmpty();
    assertThat(get("/api/mdm/devices/?short_name=JANE")).isEmpty();
    assertThat(get("/api/mdm/devices/?email=jane@example.com")).isEmpty();
    assertThat(ids(get("/api/mdm/devices/?nonsense=1"))).hasSize(10);
  }

  @Test
  void tagsThatDoNotExistAreRefusedInTheirOrder() {
    assertThatThrownBy(() -> get("/api/mdm/devices/?tags=0&excluded_tags=abc"))
        .isInstanceOf(ServletException.class)
        .cause()
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.fields())
                    .containsExactly(
                        Map.entry(
                            "tags",
                            List.of(
                                "Select a valid choice. 0 is not one of the available choices.")),
                        Map.entry("excluded_tags", List.of("“abc” is not a valid value."))));
    assertThatThrownBy(() -> get("/api/mdm/devices/?tags=")).cause().hasMessageContaining("“”");
  }

  @Test
  void devicesAreFoundByOneOfTheirTagsAndLeftOutByAnother() throws Exception {
    devices.in(1, new DeviceGroups(1L, List.of(1L)));
    devices.in(2, new DeviceGroups(null, List.of(1L, 3L)));
    devices.in(4, new DeviceGroups(1L, List.of(2L)));

    assertThat(ids(get("/api/mdm/devices/?tags=1"))).containsExactly(2L, 1L);
    assertThat(ids(get("/api/mdm/devices/?tags=1&tags=2"))).containsExactly(4L, 2L, 1L);
    assertThat(ids(get("/api/mdm/devices/?tags=1&excluded_tags=3"))).containsExactly(1L);
    assertThat(ids(get("/api/mdm/devices/?excluded_tags=1"))).hasSize(8).doesNotContain(1L, 2L);
    assertThat(get("/api/mdm/devices/?tags=1&limit=1").get("count").asLong()).isEqualTo(2);
  }

  @Test
  void aDeviceTellsItsUnitAndItsTagsButNoneThatWereRemoved() throws Exception {
    devices.in(1, new DeviceGroups(1L, List.of(2L, 4711L)));
    devices.in(2, new DeviceGroups(4711L, List.of()));

    JsonNode one = get("/api/mdm/devices/1/");
    assertThat(one.get("meta_business_unit").asLong()).isEqualTo(1);
    assertThat(one.get("tags").toString()).isEqualTo("[2]");
    assertThat(get("/api/mdm/devices/2/").get("meta_business_unit").isNull()).isTrue();
    JsonNode page = get("/api/mdm/devices/?limit=1&udid=" + one.get("udid").asString());
    assertThat(page.get("results").get(0)).isEqualTo(one);
  }

  @Test
  void aPostAnswersLikeAGetAndAHeadWithoutBody() throws Exception {
    MockHttpServletResponse posted =
        mvc.perform(MockMvcRequestBuilders.post("/api/mdm/devices/?serial_number=SN3"))
            .andReturn()
            .getResponse();
    assertThat(posted.getStatus()).isEqualTo(200);
    assertThat(posted.getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(answer("/api/mdm/devices/?serial_number=SN3"));
    assertThat(
            mvc.perform(MockMvcRequestBuilders.head("/api/mdm/devices/")).andReturn().getResponse())
        .extracting(MockHttpServletResponse::getStatus)
        .isEqualTo(200);
  }

  @Test
  void aDeviceThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> get("/api/mdm/devices/4711/"))
        .cause()
        .isInstanceOf(NotFound.class)
        .hasMessage("No EnrolledDevice matches the given query.");
  }

  @Test
  void aLongListIsWholeThoughItIsReadInParts() throws Exception {
    for (long number = 11; number <= 950; number++) {
      devices.with(number, number % 2 == 0 ? SEEN : null);
    }
    for (String ordering : List.of("created_at", "-created_at", "last_seen_at", "-last_seen_at")) {
      List<Long> ids = ids(get("/api/mdm/devices/?ordering=" + ordering));
      assertThat(ids).as(ordering).hasSize(950).doesNotHaveDuplicates();
    }
  }

  @Test
  void theSameValuesComeAsOneLineWithoutSpaces() throws Exception {
    Matcher spaces = Pattern.compile("[:,] ").matcher(answer("/api/mdm/devices/3/"));
    assertThat(spaces.find()).isFalse();
  }

  private JsonNode get(String url) throws Exception {
    return json.readTree(answer(url));
  }

  private String answer(String url) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(MockMvcRequestBuilders.get(url)).andReturn().getResponse();
    assertThat(response.getContentType()).startsWith("application/json");
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private static List<Long> ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(device -> device.get("id").asLong())
        .toList();
  }
}
