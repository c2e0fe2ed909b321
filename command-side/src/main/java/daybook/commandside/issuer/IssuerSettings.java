// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.issuer;

import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.issuer.ScepIssuer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals the settings of issuers' backends, and opens them again. */
@Component
public class IssuerSettings {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private final Vault vault;

  public IssuerSettings(Vault vault) {
    this.vault = vault;
  }

  /**
   * Seals settings.
   *
   * @param event the stored name of the event that will bring them
   */
  public Secret seal(Map<String, Object> settings, String event) {
    return vault.secret(
        Subject.server(), event, ScepIssuer.SETTINGS, JSON.writeValueAsBytes(settings));
  }

  /** The settings of an issuer in their order; empty when their key was dropped. */
  public Map<String, Object> open(ScepIssuer issuer) {
    return vault
        .open(issuer.settings().sealed(), issuer.sealedFor(), ScepIssuer.SETTINGS)
        .<Map<String, Object>>map(plain -> JSON.readValue(plain, OBJECT))
        .orElse(Map.of());
  }

  /** The challenge that all devices get of it; empty when it gives each its own. */
  public Optional<String> staticChallenge(ScepIssuer issuer) {
    return Optional.ofNullable((String) open(issuer).get("challenge"));
  }
}
