// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.control.ControlAddress;
import daybook.ops.control.ControlClient;
import daybook.ops.control.HomeLock;
import daybook.ops.control.OfflineControls;
import daybook.ops.http.ApiJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The Daybook of a home: the server that runs on it, or else its files. */
final class Daybooks {
  private final Path home;
  private final PrintWriter notes;

  Daybooks(Path home, PrintWriter notes) {
    this.home = home;
    this.notes = notes;
  }

  JsonNode ask(String name, Map<String, ?> arguments) {
    return ask(name, arguments, step -> {});
  }

  /**
   * Asks for something and waits for the result.
   *
   * @throws Refused when it was refused, or when nobody can be asked
   */
  JsonNode ask(String name, Map<String, ?> arguments, Consumer<JsonNode> progress) {
    byte[] asked = ApiJson.MAPPER.writeValueAsBytes(arguments);
    Answer answer = new Answer(progress);
    if (!Files.isDirectory(home)) {
      throw new Refused(home + " is not there. Start Daybook once, or set DAYBOOK_HOME.");
    }
    Optional<HomeLock> lock = HomeLock.tryTake(home);
    if (lock.isPresent()) {
      try (HomeLock held = lock.get()) {
        notes.println("No Daybook runs on " + home + ": opening its files.");
        OfflineControls.run(held, home, name, asked, answer::line);
      }
    } else {
      askServer(name, asked, answer);
    }
    return answer.result();
  }

  private void askServer(String name, byte[] asked, Answer answer) {
    ControlAddress address =
        ControlAddress.of(home)
            .orElseThrow(
                () ->
                    new Refused(
                        "A Daybook has "
                            + home
                            + " open but doesn't say where it can be asked: it is starting or"
                            + " stopping, or "
                            + home.resolve("control.json")
                            + " can't be read by you."));
    try {
      new ControlClient(address).ask(name, asked, answer::line);
    } catch (IOException e) {
      throw new Refused(
          "The Daybook at " + address.address() + " doesn't answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Interrupted.");
    }
  }
}
