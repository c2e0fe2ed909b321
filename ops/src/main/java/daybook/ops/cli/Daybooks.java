// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.control.ControlAddress;
import daybook.ops.control.ControlClient;
import daybook.ops.control.ControlUnreachable;
import daybook.ops.control.OfflineControls;
import daybook.ops.http.ApiJson;
import daybook.ops.log.HomeInUse;
import daybook.ops.start.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.BeansException;
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
    if (!askServer(name, asked, answer)) {
      askFiles(name, asked, answer);
    }
    return answer.result();
  }

  /** Returns false when no server of this home can be reached; then nothing was asked. */
  private boolean askServer(String name, byte[] asked, Answer answer) {
    Optional<ControlAddress> address = ControlAddress.of(home);
    if (address.isEmpty()) {
      return false;
    }
    try {
      new ControlClient(address.get()).ask(name, asked, answer::line);
      return true;
    } catch (ControlUnreachable nobody) {
      return false;
    } catch (IOException e) {
      throw new Refused(
          "The Daybook at " + address.get().address() + " stopped answering: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Interrupted.");
    }
  }

  private void askFiles(String name, byte[] asked, Answer answer) {
    try {
      OfflineControls.run(home, name, asked, answer::line);
      notes.println("No Daybook runs on " + home + ": its files were opened.");
    } catch (HomeInUse running) {
      throw new Refused(
          "A Daybook has "
              + home
              + " open but can't be asked: it is starting or stopping, or "
              + home.resolve("control.json")
              + " can't be read by you.");
    } catch (BeansException failed) {
      throw new Refused(StartFailure.sentence(failed));
    }
  }
}
