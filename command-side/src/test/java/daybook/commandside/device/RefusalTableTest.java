// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import static daybook.commandside.fake.DeviceDoor.TOPIC;
import static daybook.commandside.fake.DeviceDoor.UDID;
import static daybook.commandside.fake.DeviceDoor.plist;
import static daybook.commandside.fake.DeviceDoor.put;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * What a device is told for each reason, what is recorded, and whether it leaves for it. A reason
 * that is new fails here until it has a row, or is named among those of other doors.
 */
class RefusalTableTest {
  private static final String CHECKIN = "/public/mdm/checkin/";
  private static final String CONNECT = "/public/mdm/connect/";
  private static final String USER = "AAAAAAAA-0000-0000-0000-00000000000B";

  /** A name of an event, for a door seals again for what the detail names. */
  private static final String DETAIL = "UnknownCommandReported";

  /**
   * Of check-in and connect: reason, status, the event that the door causes, and what the device
   * does. What an enrollment records by itself, such as EnrollmentThrottled, comes besides.
   */
  private static final String TABLE =
      """
      IDENTITY_MISSING              400 RequestRefused      stays
      SIGNATURE_UNREADABLE          400 RequestRefused      stays
      SIGNATURE_MISMATCH            400 RequestRefused      stays
      CERTIFICATE_UNREADABLE        400 RequestRefused      stays
      CERTIFICATE_UNTRUSTED         400 RequestRefused      stays
      CERTIFICATE_NOT_VALID_NOW     400 RequestRefused      stays
      RENEWAL_ONLY                  400 RequestRefused      stays
      CERTIFICATE_NOT_PINNED        400 RequestRefused      stays
      CERTIFICATE_REPLACED          400 RequestRefused      stays
      CERTIFICATE_OF_ANOTHER_DEVICE 400 RequestRefused      stays
      CERTIFICATE_REVOKED           400 RequestRefused      stays
      IDENTITIES_DISAGREE           400 RequestRefused      stays
      SUBJECT_DISAGREES             400 RequestRefused      stays
      PROXY_UNTRUSTED               400 RequestRefused      stays
      CONTENT_TYPE_UNSUPPORTED      400 RequestRefused      stays
      BODY_TOO_LARGE                413 RequestRefused      stays
      PLIST_UNREADABLE              400 RequestRefused      stays
      PLIST_TOO_DEEP                400 RequestRefused      stays
      PLIST_TOO_MANY_ELEMENTS       400 RequestRefused      stays
      FIELD_MISSING                 400 RequestRefused      stays
      FIELD_INVALID                 400 RequestRefused      stays
      MESSAGE_TYPE_UNKNOWN          400 CheckinDeclined     stays
      MESSAGE_TYPE_UNSUPPORTED      400 CheckinDeclined     stays
      STATUS_UNKNOWN                400 RequestRefused      stays
      TOPIC_UNKNOWN                 400 RequestRefused      stays
      TOPIC_CHANGED                 400 RequestRefused      stays
      NOT_ENROLLED                  400 RequestRefused      stays
      UNENROLLED                    400 RequestRefused      stays
      DEVICE_BLOCKED                401 RequestRefused      leaves
      DEVICE_RETIRED                401 RequestRefused      leaves
      USER_NOT_MANAGED              410 UserChannelDeclined stays
      THROTTLED                     503 none                stays
      SEALED_UNDER_DROPPED_KEY      400 RequestRefused      stays
      SEALED_FOR_ANOTHER_EVENT      400 RequestRefused      stays
      SESSION_EXPIRED               400 RequestRefused      stays
      SESSION_UNKNOWN               400 RequestRefused      stays
      SESSION_SPENT                 400 RequestRefused      stays
      CERTIFICATE_OF_ANOTHER_ISSUER 400 RequestRefused      stays
      SERIAL_NUMBER_NOT_LISTED      400 RequestRefused      stays
      UDID_NOT_LISTED               400 RequestRefused      stays
      CONFIGURATION_UNKNOWN         400 RequestRefused      stays
      CONFIGURATION_REVOKED         400 RequestRefused      stays
      BUSY                          503 none                stays
      STORE_UNAVAILABLE             503 none                stays
      CLOCK_UNTRUSTED               503 none                stays
      """;

  /** Of SCEP, and of enrollment links and answers over the air, alone. */
  private static final String ON_THE_WAY_IN =
      """
      SCEP_MESSAGE_UNREADABLE SCEP_OPERATION_UNKNOWN ALGORITHM_WEAK ALGORITHM_UNSUPPORTED
      REQUEST_SIGNATURE_INVALID KEY_UNSUITABLE CHALLENGE_MISSING CHALLENGE_UNKNOWN CHALLENGE_SPENT
      ISSUER_UNUSABLE SIGNER_UNKNOWN CONFIGURATION_EXPIRED QUOTA_USED_UP SESSIONS_TOO_MANY
      PUSH_CERTIFICATE_MISSING PUBLIC_URL_MISSING
      """;

  /** Of operators alone. */
  private static final String OF_OPERATORS =
      """
      ALREADY_BLOCKED NOT_BLOCKED ALREADY_ARCHIVED NOT_ARCHIVED RETIREMENT_PENDING PROFILE_UNKNOWN
      COMMAND_ID_TAKEN COMMAND_TOO_LARGE COMMAND_UNKNOWN ALREADY_DELIVERED CHANNEL_UNKNOWN
      NOT_QUARANTINED NAME_TAKEN TOPIC_TAKEN KEY_NOT_WAITING
      IN_USE UNKNOWN INACTIVE TOKEN_MALFORMED TOKEN_UNKNOWN TOKEN_EXPIRED TOKEN_REVOKED
      PASSWORD_WRONG SIGN_IN_UNKNOWN PROVIDER_REFUSED PROVIDER_UNREACHABLE ID_TOKEN_INVALID
      CLAIM_MISSING PERMISSION_NOT_HELD LAST_ADMINISTRATOR TOKENS_TOO_MANY OF_ANOTHER_PERSON
      ROLE_BUILT_IN
      """;

  private final daybook.commandside.fake.DeviceDoor door =
      new daybook.commandside.fake.DeviceDoor();

  private record Row(Refusal reason, int status, String event, boolean leaves) {
    static Row read(String line) {
      String[] cells = line.trim().split(" +");
      assertThat(cells[3]).isIn("stays", "leaves");
      return new Row(
          Refusal.valueOf(cells[0]),
          Integer.parseInt(cells[1]),
          cells[2],
          cells[3].equals("leaves"));
    }
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void eachReasonHasOnePlace() {
    List<Refusal> named = new ArrayList<>();
    rows().forEach(row -> named.add(row.reason()));
    named.addAll(names(ON_THE_WAY_IN));
    named.addAll(names(OF_OPERATORS));
    assertThat(named).containsExactlyInAnyOrder(Refusal.values());
  }

  @Test
  void aDeviceLeavesForA401AndOnlyForTheTwoReasonsThatAnOperatorGives() {
    assertThat(rows()).filteredOn(Row::leaves).extracting(Row::status).containsOnly(401);
    assertThat(rows())
        .filteredOn(row -> row.leaves() || row.status() == 401 || row.status() == 403)
        .extracting(Row::reason)
        .containsExactly(Refusal.DEVICE_BLOCKED, Refusal.DEVICE_RETIRED);
  }

  @Test
  void bothDoorsAnswerByTheTableAndRecordByIt() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Row row : rows()) {
      if (row.event().equals("CheckinDeclined") || row.event().equals("UserChannelDeclined")) {
        continue;
      }
      refuseWith(row.reason());
      judge(all, row, perform(CHECKIN, tokenUpdate()));
      judge(all, row, perform(CONNECT, idle()));
    }
    door.close();
    Map<String, Integer> recorded = new TreeMap<>();
    door.intents
        .sent(RecordRefusal.class)
        .forEach(told -> recorded.merge(told.reason() + " " + told.door(), 1, Integer::sum));
    Map<String, Integer> expected = new TreeMap<>();
    for (Row row : rows()) {
      if (row.event().equals("RequestRefused")) {
        expected.put(row.reason() + " checkin", 1);
        expected.put(row.reason() + " connect", 1);
      }
    }
    all.assertThat(recorded).isEqualTo(expected);
    all.assertAll();
  }

  @Test
  void whatIsDeclinedIsAnEventOfTheDeviceAndNoRefusalOfAStranger() throws Exception {
    Map<Refusal, Map<String, Object>> declined =
        Map.of(
            Refusal.MESSAGE_TYPE_UNKNOWN, message("SomethingNew"),
            Refusal.MESSAGE_TYPE_UNSUPPORTED, message("DeclarativeManagement"),
            Refusal.USER_NOT_MANAGED, user());
    SoftAssertions all = new SoftAssertions();
    for (Row row : rows()) {
      if (declined.containsKey(row.reason())) {
        MockHttpServletResponse answer = perform(CHECKIN, declined.get(row.reason()));
        all.assertThat(answer.getStatus()).as(row.reason().name()).isEqualTo(row.status());
        all.assertThat(answer.getContentAsString()).startsWith(line(row.reason()));
      }
    }
    door.close();
    all.assertThat(door.intents.sent(DeclineCheckin.class)).hasSize(2);
    all.assertThat(door.intents.sent(DeclineUser.class)).hasSize(1);
    all.assertThat(door.intents.sent(RecordRefusal.class)).isEmpty();
    all.assertAll();
  }

  @Test
  void aReasonOfAnotherDoorThatStraysToADeviceIsA400() throws Exception {
    List<Refusal> strays = new ArrayList<>(names(ON_THE_WAY_IN));
    strays.addAll(names(OF_OPERATORS));
    SoftAssertions all = new SoftAssertions();
    for (Refusal reason : strays) {
      refuseWith(reason);
      Row row = new Row(reason, 400, "RequestRefused", false);
      judge(all, row, perform(CHECKIN, tokenUpdate()));
      judge(all, row, perform(CONNECT, idle()));
    }
    all.assertAll();
  }

  private void refuseWith(Refusal reason) {
    door.intents.on(UpdatePushToken.class, told -> Outcome.refused(reason, DETAIL));
    door.intents.on(RecordReport.class, told -> Outcome.refused(reason, DETAIL));
  }

  private static void judge(SoftAssertions all, Row row, MockHttpServletResponse answer)
      throws Exception {
    String name = row.reason().name();
    all.assertThat(answer.getStatus()).as(name).isEqualTo(row.status());
    all.assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .as(name)
        .isEqualTo(line(row.reason()) + DETAIL + "\n");
    all.assertThat(answer.getHeader("WWW-Authenticate")).as(name).isNull();
    all.assertThat(answer.containsHeader("Retry-After")).as(name).isEqualTo(row.status() == 503);
  }

  private static String line(Refusal reason) {
    return reason.name().toLowerCase(Locale.ROOT) + ": ";
  }

  private MockHttpServletResponse perform(String url, Map<String, Object> message)
      throws Exception {
    return door.http.perform(put(url, plist(message))).andReturn().getResponse();
  }

  private static Map<String, Object> idle() {
    return Map.of("Status", "Idle", "UDID", UDID);
  }

  private static Map<String, Object> message(String type) {
    return new HashMap<>(Map.of("MessageType", type, "UDID", UDID));
  }

  private static Map<String, Object> user() {
    Map<String, Object> message = message("UserAuthenticate");
    message.put("UserID", USER);
    return message;
  }

  private static Map<String, Object> tokenUpdate() {
    Map<String, Object> message = message("TokenUpdate");
    message.putAll(Map.of("Topic", TOPIC, "Token", new byte[] {1, 2}, "PushMagic", "magic"));
    return message;
  }

  private static List<Row> rows() {
    return TABLE.lines().map(Row::read).toList();
  }

  private static List<Refusal> names(String words) {
    List<Refusal> names = new ArrayList<>();
    for (String word : words.trim().split("\\s+")) {
      names.add(Refusal.valueOf(word));
    }
    return names;
  }
}
