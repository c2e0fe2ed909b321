// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import daybook.ops.keys.KeyBackup;
import daybook.ops.log.store.StoredEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which keys the events of a log were sealed with, and which of them should be here but aren't. */
final class KeyNames {
  /** Of what strangers sent the keys go after 90 days. */
  private static final String REFUSALS = "refusals";

  private static final String SHREDDED = "DeviceShredded";

  private final JsonFactory json = new JsonFactory();
  private final KeyBackup keys;

  /** Of each missing key the first event that names it. */
  private final Map<String, Long> missing = new HashMap<>();

  private final Set<String> dropped = new HashSet<>();

  KeyNames(KeyBackup keys) {
    this.keys = keys;
  }

  void read(StoredEvent row) throws IOException {
    if (row.name().equals(SHREDDED)) {
      shredded(row.payload());
    }
    if (!row.kind().equals(REFUSALS)) {
      sealed(row);
    }
  }

  /** Of each key that is missing, and wasn't dropped on purpose, the first event that names it. */
  Map<String, Long> missing() {
    Map<String, Long> lost = new HashMap<>(missing);
    lost.keySet().removeAll(dropped);
    return lost;
  }

  private void shredded(byte[] payload) throws IOException {
    try (JsonParser parser = json.createParser(payload)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          dropped.add(parser.getText());
        }
      }
    }
  }

  /** A sealed value is an object that has both {@code k} and {@code c}. */
  private void sealed(StoredEvent row) throws IOException {
    try (JsonParser parser = json.createParser(row.payload())) {
      String key = null;
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          key = null;
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
          if ("k".equals(parser.currentName())) {
            key = parser.getText();
          } else if (key != null && "c".equals(parser.currentName())) {
            named(row, key);
          }
        }
      }
    }
  }

  private void named(StoredEvent row, String key) {
    if (!keys.has(key) && !keys.wasShredded(row.stream(), key)) {
      missing.putIfAbsent(key, row.index());
    }
  }
}
