// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.operator.OperatorDoor;
import daybook.commandside.operator.OperatorProblem;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.Actor;
import daybook.domain.Refusal;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class CustomCommandControllerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/api/mdm/devices/42/send_custom_command/";
  private static final EnrollmentId MAC = new EnrollmentId("MAC-1");
  private static final String RESTART =
      "<dict><key>RequestType</key><string>RestartDevice</string>"
          + "<key>NotifyUser</key><true/></dict>";

  private final OperatorDoor door = CommandDoor.open();

  @BeforeEach
  void aDevice() {
    door.devices.put(42L, MAC.stream());
  }

  @Test
  void aCommandIsQueuedSealedForItsDevice() throws Exception {
    MockHttpServletResponse answer = door.post(PATH, body(RESTART));

    assertThat(answer.getStatus()).isEqualTo(201);
    QueueCommand command = door.queued.get(0);
    assertThat(command.enrollment()).isEqualTo(MAC);
    assertThat(command.channel()).isEqualTo(Channel.DEVICE);
    assertThat(command.name()).isEqualTo("CustomCommand");
    assertThat(command.requestType()).isEqualTo("RestartDevice");
    assertThat(command.delivery()).isEqualTo(Delivery.ONCE);
    assertThat(command.origin()).isEqualTo("operator");
    assertThat(command.alone()).isFalse();
    PlistDict whole =
        Plists.read(
            door.vault.open(command.payload().sealed(), "CommandQueued", "payload").orElseThrow());
    assertThat(whole.text("CommandUUID")).hasValue(command.command().value());
    assertThat(whole.dict("Command").orElseThrow().flag("NotifyUser")).hasValue(true);
    assertThat(whole.dict("Command").orElseThrow().text("RequestType")).hasValue("RestartDevice");
  }

  @Test
  void theAnswerNamesTheCommandAndLeavesTheRestNull() throws Exception {
    Map<?, ?> answer = read(door.post(PATH, body(RESTART)));

    assertThat(List.<Object>copyOf(answer.keySet()))
        .containsExactly(
            "uuid",
            "enrolled_device",
            "name",
            "artifact_version",
            "artifact_operation",
            "not_before",
            "time",
            "result",
            "result_time",
            "status",
            "error_chain",
            "created_at",
            "updated_at");
    assertThat(answer.get("enrolled_device")).isEqualTo(42);
    assertThat(answer.get("name")).isEqualTo("CustomCommand");
    assertThat(answer.get("created_at")).isEqualTo("2026-11-24T10:00:00.123Z");
    assertThat(answer.values().stream().filter(java.util.Objects::isNull)).hasSize(8);
    assertThat(door.queued.get(0).command().value())
        .isEqualTo(uuid(answer))
        .isEqualTo(UUID.fromString(uuid(answer)).toString());
  }

  @Test
  void theAuditTrailLearnsWhoAndFromWhere() throws Exception {
    door.post(PATH, body(RESTART));

    assertThat(door.origins.get(0).actor()).isEqualTo(Actor.operator("admin"));
    assertThat(door.origins.get(0).remoteAddress()).isNotNull();
    assertThat(door.origins.get(0).userAgent()).isNotNull();
  }

  @Test
  void theAnswerWaitsForTheViewsThatShowIt() throws Exception {
    door.post(PATH, body(RESTART));

    assertThat(door.awaited).containsExactly("command 0 2");
  }

  static Stream<Arguments> refused() {
    String required = "This field is required.";
    String noList = "Invalid property list";
    String noDict = "Not a dictionary";
    String noType = "Missing or empty RequestType";
    return Stream.of(
        Arguments.of("{}", required),
        Arguments.of("{\"Command\": \"x\"}", required),
        Arguments.of("{\"command\": null}", "This field may not be null."),
        Arguments.of("{\"command\": \"\"}", "This field may not be blank."),
        Arguments.of("{\"command\": \"  \\n\"}", "This field may not be blank."),
        Arguments.of("{\"command\": true}", "Not a valid string."),
        Arguments.of("{\"command\": [\"x\"]}", "Not a valid string."),
        Arguments.of("{\"command\": {\"RequestType\": \"X\"}}", "Not a valid string."),
        Arguments.of("{\"command\": 5}", noList),
        Arguments.of(body("nonsense"), noList),
        Arguments.of(body("<dict><key>RequestType</key>"), noList),
        Arguments.of(body("<dict>" + "<array>".repeat(100)), noList),
        Arguments.of(body("bplist00"), noList),
        Arguments.of(body("{\\\"RequestType\\\": 1}".replace("\\", "")), noList),
        Arguments.of(body("<plist version=\"1.0\"><array/></plist>"), noDict),
        Arguments.of(body("<plist version=\"1.0\"><string>x</string></plist>"), noDict),
        Arguments.of(body("<dict></dict>"), noType),
        Arguments.of(body("<dict><key>RequestType</key><string></string></dict>"), noType),
        Arguments.of(body("<dict><key>RequestType</key><integer>1</integer></dict>"), noType),
        Arguments.of(body("<dict><key>requesttype</key><string>X</string></dict>"), noType),
        Arguments.of(body(type("X".repeat(129))), "Invalid RequestType"),
        Arguments.of(body(type("X") + " ".repeat(1 << 20) + "x"), OperatorProblem.TOO_LARGE),
        Arguments.of(body(type("X".repeat(1 << 20))), OperatorProblem.TOO_LARGE));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoCommandIsRefusedByName(String json, String text) throws Exception {
    MockHttpServletResponse answer = door.post(PATH, json);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(Map.of("command", List.of(text)));
    assertThat(door.queued).isEmpty();
  }

  @Test
  void aCommandThatGrowsPastTheLimitWhenItIsWrittenIsRefused() throws Exception {
    String items = "<true/>".repeat(140_000);
    String text =
        "<dict><key>RequestType</key><string>X</string><key>A</key><array>"
            + items
            + "</array></dict>";
    assertThat(text.length()).isLessThan(1 << 20);

    MockHttpServletResponse answer = door.post(PATH, body(text));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(Map.of("command", List.of(OperatorProblem.TOO_LARGE)));
  }

  @Test
  void aBareDictionaryMayHaveBlanksAroundIt() throws Exception {
    assertThat(door.post(PATH, body("  \n" + RESTART + "\n")).getStatus()).isEqualTo(201);
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() throws Exception {
    MockHttpServletResponse answer = door.post(PATH, "[1]");

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer))
        .isEqualTo(
            Map.of(
                "non_field_errors", List.of("Invalid data. Expected a dictionary, but got list.")));
  }

  @Test
  void anUnknownDeviceIsNotFoundBeforeTheBodyIsJudged() throws Exception {
    MockHttpServletResponse answer = door.post("/api/mdm/devices/7/send_custom_command/", "{}");

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(read(answer))
        .isEqualTo(Map.of("detail", "No EnrolledDevice matches the given query."));
  }

  @Test
  void aDeviceThatHasCheckedOutGetsNoCommands() throws Exception {
    door.refusals.add(Refusal.UNENROLLED);

    MockHttpServletResponse answer = door.post(PATH, body(RESTART));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(read(answer)).isEqualTo(Map.of("detail", "The device has checked out."));
    assertThat(door.awaited).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Refusal.class,
      names = {"BUSY", "STORE_UNAVAILABLE", "CLOCK_UNTRUSTED"})
  void whileNothingCanBeRecordedTheAnswerIsTryAgain(Refusal refusal) throws Exception {
    door.refusals.add(refusal);

    MockHttpServletResponse answer = door.post(PATH, body(RESTART));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
  }

  @Test
  void aCommandSealedUnderADroppedKeyIsSealedAgain() throws Exception {
    door.refusals.add(Refusal.SEALED_UNDER_DROPPED_KEY);

    assertThat(door.post(PATH, body(RESTART)).getStatus()).isEqualTo(201);
    assertThat(door.queued).hasSize(2);
  }

  private static String type(String requestType) {
    return "<dict><key>RequestType</key><string>" + requestType + "</string></dict>";
  }

  private static String body(String command) {
    return JSON.writeValueAsString(Map.of("command", command));
  }

  private static String uuid(Map<?, ?> answer) {
    Object uuid = answer.get("uuid");
    return uuid instanceof Map<?, ?> id ? (String) id.get("value") : (String) uuid;
  }

  private static Map<?, ?> read(MockHttpServletResponse answer) throws Exception {
    return JSON.readValue(answer.getContentAsString(), Map.class);
  }
}
