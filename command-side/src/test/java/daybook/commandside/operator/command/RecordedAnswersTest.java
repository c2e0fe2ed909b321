// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import daybook.commandside.operator.OperatorDoor;
import daybook.domain.enrollment.EnrollmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another server of this API answered, compared by status, keys and texts. */
class RecordedAnswersTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void customCommandsAreAnsweredAsRecorded() throws Exception {
    List<Path> cases = cases("custom_command.");
    assumeThat(cases).as("recorded answers beside the repository").isNotEmpty();

    for (Path file : cases) {
      JsonNode recorded = JSON.readTree(Files.readString(file));
      if (recorded.get("method").asString().equals("GET")) {
        continue; // the API's frame answers other methods
      }
      OperatorDoor door = CommandDoor.open();
      for (long number = 1; number < 20; number++) {
        door.devices.put(number, new EnrollmentId("DEVICE-" + number).stream());
      }
      MockHttpServletResponse answer =
          door.send(
              HttpMethod.valueOf(recorded.get("method").asString()),
              recorded.get("path").asString(),
              recorded.get("request_body").toString());

      String name = file.getFileName().toString();
      assertThat(answer.getStatus()).as(name).isEqualTo(recorded.get("status").asInt());
      JsonNode body = JSON.readTree(answer.getContentAsString());
      JsonNode expected = recorded.get("body");
      if (answer.getStatus() == 201) {
        assertThat(List.copyOf(body.propertyNames()))
            .as(name)
            .isEqualTo(List.copyOf(expected.propertyNames()));
        assertThat(body.get("name")).as(name).isEqualTo(expected.get("name"));
        assertThat(body.get("enrolled_device")).isEqualTo(expected.get("enrolled_device"));
        assertThat(nulls(body)).as(name).isEqualTo(nulls(expected));
      } else {
        assertThat(body).as(name).isEqualTo(expected);
      }
    }
  }

  private static List<String> nulls(JsonNode object) {
    return object.propertyNames().stream().filter(name -> object.get(name).isNull()).toList();
  }

  private static List<Path> cases(String prefix) throws IOException {
    String shared = System.getenv("DAYBOOK_SHARED");
    Path folder =
        (shared == null ? Path.of("../../shared") : Path.of(shared))
            .resolve("fixtures/zentral-api");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }
}
