// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A log entry whose personal values can be opened: what folds see. */
public final class OpenedEvent {
  private final LogEntry entry;
  private final Vault vault;
  private Map<String, Object> fields;

  public OpenedEvent(LogEntry entry, Vault vault) {
    this.entry = entry;
    this.vault = vault;
  }

  public LogEntry entry() {
    return entry;
  }

  public DomainEvent event() {
    return entry.event();
  }

  public Instant time() {
    return entry.time();
  }

  /** The text of a personal value of this event, or null when it is absent or was erased. */
  public String text(Personal personal) {
    return personal == null ? null : open(personal).orNull();
  }

  /** Opens a personal value of this event. */
  public Opened open(Personal personal) {
    return open(personal, entry.type(), path(personal));
  }

  /** The bytes of a personal value of this event; empty when it is absent or was erased. */
  public Optional<byte[]> bytes(Personal personal) {
    return personal == null
        ? Optional.empty()
        : vault.open(personal.sealed(), entry.type(), path(personal));
  }

  /** The address from which it was caused, or null when it is unknown or was erased. */
  public String remoteAddress() {
    return metadata(entry.origin().remoteAddress(), Origin.REMOTE_ADDRESS);
  }

  /** The user agent that caused it, or null when it is unknown or was erased. */
  public String userAgent() {
    return metadata(entry.origin().userAgent(), Origin.USER_AGENT);
  }

  private String metadata(Personal personal, String key) {
    return personal == null ? null : open(personal, Origin.SEALED_AS, key).orNull();
  }

  private Opened open(Personal personal, String name, String path) {
    return vault
        .open(personal.sealed(), name, path)
        .<Opened>map(bytes -> new Opened.Known(new String(bytes, StandardCharsets.UTF_8)))
        .orElseGet(Opened.Erased::new);
  }

  private String path(Personal personal) {
    if (fields == null) {
      fields = SealedFields.of((Record) entry.event());
    }
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (field.getValue() == personal) {
        return field.getKey();
      }
    }
    throw new IllegalArgumentException("not a value of " + entry.type());
  }
}
