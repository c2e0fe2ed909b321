// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.issuer.IssuerSettings;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** SCEP issuers as the API shows them: secrets are masked, and our own authority has none. */
@Component
class ScepIssuerEntries {
  static final String OWN_NAME = "Daybook";

  private final IssuerSettings settings;

  ScepIssuerEntries(IssuerSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> of(ScepIssuerState state) {
    ScepIssuer it = state.issuer();
    Map<String, Object> entry =
        entry(it.id(), null, it.name(), it.description(), it.version(), state.createdAt());
    entry.put("updated_at", state.updatedAt());
    entry.put("url", it.url());
    entry.put("key_size", it.keySize());
    entry.put("key_usage", it.keyUsage());
    entry.put("backend", it.backend());
    entry.put(Backends.key(it.backend()), Backends.masked(settings.open(it)));
    return entry;
  }

  /** Our own authority, as what is provisioned is shown. */
  Map<String, Object> own() {
    Map<String, Object> entry =
        entry(
            ScepIssuerId.OWN,
            "daybook",
            OWN_NAME,
            "The certificate authority of this server",
            1,
            Instant.EPOCH);
    entry.put("updated_at", Instant.EPOCH);
    entry.put("url", "/public/mdm/scep");
    entry.put("key_size", 2048);
    entry.put("key_usage", 5);
    return entry;
  }

  private static Map<String, Object> entry(
      ScepIssuerId id,
      String provisioning,
      String name,
      String description,
      int version,
      Instant createdAt) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("provisioning_uid", provisioning);
    entry.put("name", name);
    entry.put("description", description);
    entry.put("version", version);
    entry.put("created_at", createdAt);
    return entry;
  }
}
