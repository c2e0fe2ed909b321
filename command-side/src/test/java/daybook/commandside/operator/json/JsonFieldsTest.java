// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import daybook.domain.access.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class JsonFieldsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Field<String> NAME = Field.text("name", 5).optional();
  private static final Field<Integer> QUOTA = Field.whole("quota", 1, 9).nullable();
  private static final Field<Boolean> ON = Field.bool("on").optional();
  private static final Field<Integer> SIZE =
      Field.choice("size", Map.of(2048, "2048-bit")).optional();
  private static final Field<UUID> ID = Field.uuid("id").optional();
  private static final Field<UUID> ISSUER = Field.uuidKey("issuer").optional();
  private static final Field<Long> UNIT = Field.key("unit").optional();
  private static final Field<List<Long>> TAGS = Field.keys("tags").optional();
  private static final Field<List<String>> SERIALS =
      Field.list("serials", Field.text("serial")).nullable();
  private static final Field<String> URL = Field.url("url").optional();
  private static final Field<String> EMAIL = Field.email("email").optional();
  private static final Field<Instant> END = Field.time("end").nullable();
  private static final Field<JsonFields> INNER =
      Field.nested("inner", List.of(QUOTA, SERIALS)).optional();

  /** A body, and what is answered. */
  private static final String WRONG =
      """
      {"name":null} -> {"name":["This field may not be null."]}
      {"name":" "} -> {"name":["This field may not be blank."]}
      {"name":true} -> {"name":["Not a valid string."]}
      {"name":"a\\u0000"} -> {"name":["Null characters are not allowed."]}
      {"name":"abcdef"} -> {"name":["Ensure this field has no more than 5 characters."]}
      {"quota":0} -> {"quota":["Ensure this value is greater than or equal to 1."]}
      {"quota":"10"} -> {"quota":["Ensure this value is less than or equal to 9."]}
      {"quota":99999999999999} -> {"quota":["Ensure this value is less than or equal to 9."]}
      {"quota":1.5} -> {"quota":["A valid integer is required."]}
      {"quota":true} -> {"quota":["A valid integer is required."]}
      {"quota":[1]} -> {"quota":["A valid integer is required."]}
      {"on":"maybe"} -> {"on":["Must be a valid boolean."]}
      {"on":null} -> {"on":["This field may not be null."]}
      {"size":3} -> {"size":["\\"3\\" is not a valid choice."]}
      {"id":"x"} -> {"id":["Must be a valid UUID."]}
      {"issuer":"x"} -> {"issuer":["“x” is not a valid UUID."]}
      {"issuer":"00000000-0000-4000-8000-00000000DEAD"} -> {"issuer":["Invalid pk \\"00000000-0000-4000-8000-00000000dead\\" - object does not exist."]}
      {"unit":"x"} -> {"unit":["Incorrect type. Expected pk value, received str."]}
      {"unit":true} -> {"unit":["Incorrect type. Expected pk value, received bool."]}
      {"unit":8} -> {"unit":["Invalid pk \\"8\\" - object does not exist."]}
      {"tags":[7,8]} -> {"tags":["Invalid pk \\"8\\" - object does not exist."]}
      {"tags":7} -> {"tags":["Expected a list of items but got type \\"int\\"."]}
      {"tags":[{}]} -> {"tags":["Incorrect type. Expected pk value, received dict."]}
      {"tags":[null]} -> {"tags":["This field may not be null."]}
      {"serials":"x"} -> {"serials":["Expected a list of items but got type \\"str\\"."]}
      {"serials":["a",""]} -> {"serials":{"1":["This field may not be blank."]}}
      {"url":"ftp://a"} -> {"url":["Enter a valid URL."]}
      {"url":"nope"} -> {"url":["Enter a valid URL."]}
      {"email":"nope"} -> {"email":["Enter a valid email address."]}
      {"end":"nope"} -> {"end":["Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."]}
      {"inner":null} -> {"inner":["This field may not be null."]}
      {"inner":"x"} -> {"inner":{"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}}
      {"inner":{"serials":[""],"quota":0},"name":"abcdef"} -> {"name":["Ensure this field has no more than 5 characters."],"inner":{"quota":["Ensure this value is greater than or equal to 1."],"serials":{"0":["This field may not be blank."]}}}
      """;

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsToldByFieldInTheWordsOfTheRecordedApi() {
    return WRONG
        .lines()
        .map(line -> line.split(" -> "))
        .map(parts -> DynamicTest.dynamicTest(parts[0], () -> refused(parts[0], parts[1])));
  }

  @Test
  void goodValuesAreRead() {
    JsonFields fields =
        body(
            """
            {"name": " a ", "quota": "7.0", "on": "Yes", "size": "2048", "tags": ["7", 7],
             "id": "00000000-0000-4000-8000-00000000DEAD", "unit": 7, "serials": ["a", 5],
             "url": "https://a.example/x?y", "end": "2026-11-24T10:00:00.5+01:00",
             "inner": {"quota": null}}
            """);

    assertThat(fields.read(NAME)).isEqualTo("a");
    assertThat(fields.read(QUOTA)).isEqualTo(7);
    assertThat(fields.read(ON)).isTrue();
    assertThat(fields.read(SIZE)).isEqualTo(2048);
    assertThat(fields.read(ID)).hasToString("00000000-0000-4000-8000-00000000dead");
    assertThat(fields.known(UNIT, null, key -> key == 7)).isEqualTo(7);
    assertThat(fields.allKnown(TAGS, List.of(), key -> key == 7)).containsExactly(7L);
    assertThat(fields.read(SERIALS)).containsExactly("a", "5");
    assertThat(fields.read(URL)).isEqualTo("https://a.example/x?y");
    assertThat(fields.read(END)).isEqualTo("2026-11-24T09:00:00.5Z");
    assertThat(fields.in(INNER).read(QUOTA, 3)).isNull();
    fields.check();
  }

  @Test
  void timesWithoutAZoneAreUtc() {
    for (String time : List.of("2026-11-24T10:00", "2026-11-24 10:00:00", "2026-11-24T10:00:00Z")) {
      assertThat(body("{\"end\": \"%s\"}".formatted(time)).read(END))
          .isEqualTo("2026-11-24T10:00:00Z");
    }
  }

  @Test
  void anAbsentFieldLeavesWhatWasThereUnlessItIsRequired() {
    JsonFields fields = body("{\"unknown\": 1}");

    assertThat(fields.read(QUOTA, 3)).isEqualTo(3);
    assertThat(fields.read(Field.text("must"))).isNull();
    assertThat(fields.in(Field.nested("inside", List.of())).read(Field.text("x"))).isNull();

    assertThatThrownBy(fields::check)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            wrong ->
                assertThat(wrong.fields())
                    .isEqualTo(
                        Map.of(
                            "must", List.of("This field is required."),
                            "inside", List.of("This field is required."))));
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() {
    assertThat(catchThrowableOfType(InvalidInput.class, () -> JsonFields.of(List.of())).fields())
        .isEqualTo(
            Map.of(
                "non_field_errors", List.of("Invalid data. Expected a dictionary, but got list.")));
  }

  @Test
  void passwordsKeepTheirBlanks() {
    JsonFields fields = body("{\"password\": \" a \"}");

    assertThat(fields.optional("password", 10)).isEqualTo(" a ");
    assertThat(fields.optional("other", 10)).isNull();
    fields.check();
  }

  @Test
  void fieldsAreDescribedForThoseWhoAskByOptions() {
    Map<String, Object> described =
        Field.describe(List.of(NAME.help("What it is called."), SIZE, INNER));

    assertThat(JSON.writeValueAsString(described))
        .isEqualTo(
            "{\"name\":{\"type\":\"string\",\"required\":false,\"read_only\":false,"
                + "\"label\":\"Name\",\"help_text\":\"What it is called.\",\"max_length\":5},"
                + "\"size\":{\"type\":\"choice\",\"required\":false,\"read_only\":false,"
                + "\"label\":\"Size\",\"choices\":[{\"value\":2048,"
                + "\"display_name\":\"2048-bit\"}]},"
                + "\"inner\":{\"type\":\"nested object\",\"required\":false,\"read_only\":false,"
                + "\"label\":\"Inner\",\"children\":{\"quota\":{\"type\":\"integer\","
                + "\"required\":false,\"read_only\":false,\"label\":\"Quota\",\"min_value\":1,"
                + "\"max_value\":9},\"serials\":{\"type\":\"list\",\"required\":false,"
                + "\"read_only\":false,\"label\":\"Serials\",\"child\":{\"type\":\"string\","
                + "\"required\":true,\"read_only\":false,\"label\":\"Serials\"}}}}}");
  }

  private static void refused(String json, String problem) {
    JsonFields fields = body(json);
    fields.read(NAME);
    fields.read(QUOTA);
    fields.read(ON);
    fields.read(SIZE);
    fields.read(ID);
    fields.known(ISSUER, null, key -> false);
    fields.known(UNIT, null, key -> key == 7);
    fields.allKnown(TAGS, List.of(), key -> key == 7);
    fields.read(SERIALS);
    fields.read(URL);
    fields.read(EMAIL);
    fields.read(END);
    JsonFields inner = fields.in(INNER);
    inner.read(QUOTA);
    inner.read(SERIALS);
    InvalidInput wrong = catchThrowableOfType(InvalidInput.class, fields::check);

    assertThat(JSON.writeValueAsString(wrong.fields())).isEqualTo(problem);
  }

  private static JsonFields body(String json) {
    return JsonFields.of(JSON.readValue(json, Object.class));
  }
}
