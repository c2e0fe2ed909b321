// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.session.EnrollmentConfigurations;
import daybook.commandside.session.EnrollmentConfigurations.Created;
import daybook.domain.Origin;
import daybook.domain.access.InvalidInput;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Enrollment configurations: the links by which devices get in. */
final class EnrollmentControls {
  private final EnrollmentConfigurations configurations;
  private final Supplier<Origin> origins;
  private final Function<String, String> links;

  /**
   * @param links from the secret of a configuration to its link
   */
  EnrollmentControls(
      EnrollmentConfigurations configurations,
      Supplier<Origin> origins,
      Function<String, String> links) {
    this.configurations = configurations;
    this.origins = origins;
    this.links = links;
  }

  Map<String, Control> all() {
    return Map.of(
        "enrollments", (asked, progress) -> list(),
        "enrollments/create", this::create,
        "enrollments/revoke", this::revoke);
  }

  private Object list() {
    return ControlRefused.reply(configurations.list(origins.get())).stream()
        .map(EnrollmentControls::row)
        .toList();
  }

  private Object create(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    String name = asked.required("name");
    Instant expires = asked.time("expires").orElse(null);
    Integer quota = asked.number("quota").orElse(null);
    Created created =
        ControlRefused.reply(configurations.create(name, quota, expires, origins.get()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("number", created.number());
    result.put("name", name);
    result.put("quota", quota);
    result.put("expires_at", expires);
    result.put("enrollment_url", links.apply(created.secret()));
    return result;
  }

  private Object revoke(JsonNode json, Consumer<Object> progress) {
    long number =
        new Asked(json)
            .number("number")
            .orElseThrow(() -> InvalidInput.of("number", "This field is required."));
    ControlRefused.reply(configurations.revoke(number, origins.get()));
    return Map.of("revoked", number);
  }

  private static Map<String, Object> row(ConfigurationState state) {
    EnrollmentConfiguration configuration = state.configuration();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", configuration.number());
    row.put("name", configuration.name());
    row.put("quota", configuration.details().quota());
    row.put("reserved", state.reserved());
    row.put("open_sessions", state.openSessions());
    row.put("expires_at", configuration.details().expiresAt());
    row.put("revoked_at", state.revokedAt());
    return row;
  }
}
