// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.access.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server's loopback door over a home, with two views and things that repeat what was asked. */
public final class RunningControls implements AutoCloseable {
  private final ControlServer server;
  private final List<String> asked = new ArrayList<>();

  public RunningControls(Path home) {
    server =
        new ControlServer(
            home,
            new Controls(
                List.of(
                    new ViewControls(new FakeProjector()).all(),
                    Map.of(
                        "accounts/create",
                            (json, progress) -> {
                              asked.add(json.toString());
                              return json;
                            },
                        "enrollments/create",
                            (json, progress) -> {
                              throw InvalidInput.of("quota", "Must be positive.");
                            },
                        "enrollments/revoke",
                            (json, progress) -> {
                              throw new ControlRefused("there is no number 7");
                            }))));
    server.start();
  }

  /** The arguments with which accounts were created. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop();
  }
}
