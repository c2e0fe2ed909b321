// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.access.InvalidInput;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditFilter;
import daybook.projections.audit.AuditLog;
import daybook.queryside.http.ApiMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditControllerTest {
  private final JsonMapper json = ApiMapper.json();
  private final List<AuditFilter> asked = new ArrayList<>();
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new AuditController(new Entries(120)))
          .setMessageConverters(new JacksonJsonHttpMessageConverter(json))
          .build();

  @Test
  void entriesComeNewestFirstAndTheCursorLeadsToTheEnd() throws Exception {
    List<Long> seen = new ArrayList<>();
    String url = "/api/mdm/audit/?type=DeviceEnrolled";
    while (url != null) {
      JsonNode page = get(url);
      assertThat(page.propertyNames()).containsExactly("next", "results");
      page.get("results").forEach(entry -> seen.add(entry.get("index").asLong()));
      url = page.get("next").isNull() ? null : page.get("next").asString();
    }
    assertThat(seen)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 120).map(i -> 121 - i).boxed().toList());
    assertThat(asked).hasSize(3).allMatch(filter -> filter.type().equals("DeviceEnrolled"));
  }

  @Test
  void aLinkKeepsTheFilterAndSortsItsKeys() throws Exception {
    assertThat(get("/api/mdm/audit/?serial_number=SN1&limit=2").get("next").asString())
        .isEqualTo("http://localhost/api/mdm/audit/?cursor=119&limit=2&serial_number=SN1");
  }

  @Test
  void anEntryHasTheFieldsThatToolsRelyOn() throws Exception {
    JsonNode entry = get("/api/mdm/audit/?limit=1").get("results").get(0);
    assertThat(entry.propertyNames())
        .containsExactly(
            "index",
            "id",
            "time",
            "stream",
            "sequence",
            "type",
            "sentence",
            "actor",
            "device",
            "origin",
            "cause",
            "request_id");
    assertThat(entry.get("actor").propertyNames()).containsExactly("kind", "id", "name");
    assertThat(entry.get("device").propertyNames()).containsExactly("id", "udid", "serial_number");
    assertThat(entry.get("origin").propertyNames()).containsExactly("remote_address", "user_agent");
    assertThat(entry.get("time").asString()).isEqualTo("2026-11-24T08:00:00.005000");
  }

  @Test
  void aQuestionIsReadAsItsFilter() throws Exception {
    get("/api/mdm/audit/?device=sn1&actor=jane&since=2026-11-24&until=2026-11-24T08:30%2B01:00");
    assertThat(asked)
        .containsExactly(
            AuditFilter.all()
                .named("sn1")
                .actor("jane")
                .between(
                    Instant.parse("2026-11-24T00:00:00Z"), Instant.parse("2026-11-24T07:30:00Z")));
    get("/api/mdm/audit/?device=&actor=&since=2026-11-24T08:00:00.005000&until=");
    assertThat(asked.get(1))
        .isEqualTo(AuditFilter.all().between(Instant.parse("2026-11-24T08:00:00.005Z"), null));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> get("/api/mdm/audit/?since=yesterday"))
        .cause()
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.fields())
                    .isEqualTo(Map.of("since", List.of("Enter a valid date/time."))));
    assertThatThrownBy(() -> get("/api/mdm/audit/?cursor=abc"))
        .cause()
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.fields())
                    .isEqualTo(Map.of("cursor", List.of("“abc” is not a valid value."))));
    assertThatThrownBy(() -> get("/api/mdm/audit/?type=Nope"))
        .cause()
        .isInstanceOfSatisfying(
            InvalidInput.class, invalid -> assertThat(invalid.fields()).containsOnlyKeys("type"));
  }

  private JsonNode get(String url) throws Exception {
    return json.readTree(
        mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(url)))
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  /** Entries with the indexes 1 to {@code head}. */
  private final class Entries implements AuditLog {
    private final long head;

    Entries(long head) {
      this.head = head;
    }

    @Override
    public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
      asked.add(filter);
      long first = Math.min(before - 1, head);
      return LongStream.iterate(first, i -> i > 0, i -> i - 1)
          .limit(limit)
          .mapToObj(Entries::entry)
          .toList();
    }

    private static AuditEntry entry(long index) {
      return new AuditEntry(
          index,
          "id-" + index,
          Instant.parse("2026-11-24T08:00:00.005Z"),
          "enrollment:X",
          index,
          "DeviceEnrolled",
          "The device is under management.",
          new AuditEntry.Actor("device", "X", null),
          new AuditEntry.Device(1, "X", "SN1"),
          new AuditEntry.Origin("192.0.2.7", null),
          null,
          "request");
    }

    @Override
    public List<AuditEntry> newer(AuditFilter filter, long after, int limit) {
      return List.of();
    }

    @Override
    public Map<String, String> details(long index) {
      return Map.of();
    }

    @Override
    public AutoCloseable onEntries(Runnable wake) {
      return () -> {};
    }
  }
}
