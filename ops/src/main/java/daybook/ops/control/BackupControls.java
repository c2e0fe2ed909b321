// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.ops.backup.Backup;
import daybook.ops.backup.BackupFiles;
import daybook.ops.backup.BackupRefused;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Backups of log and keys. */
final class BackupControls {
  private final Backup backup;
  private final String masterKey;

  /**
   * @param masterKey where the master key lies, for people
   */
  BackupControls(Backup backup, String masterKey) {
    this.backup = backup;
    this.masterKey = masterKey;
  }

  Map<String, Control> all() {
    return Map.of("backup", this::backUp);
  }

  private Object backUp(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    try {
      Backup.Made made =
          backup.run(
              new BackupFiles(Path.of(asked.required("log")), Path.of(asked.required("keys"))),
              (step, index, head) ->
                  progress.accept(Map.of("step", step, "index", index, "head", head)));
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("events", made.events());
      result.put("keys", made.keys());
      result.put("time", made.time());
      result.put("tree", made.tree());
      result.put("log_file", made.log().toString());
      result.put("keys_file", made.keysFile().toString());
      result.put("master_key", masterKey);
      return result;
    } catch (BackupRefused refused) {
      throw new ControlRefused(refused.getMessage());
    }
  }
}
