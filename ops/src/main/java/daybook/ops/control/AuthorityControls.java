// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.ca.OperatedAuthorities;
import daybook.commandside.ca.OperatedAuthorities.Standing;
import daybook.commandside.ca.PemCertificates;
import daybook.domain.Origin;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.AuthorityState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The certificate authorities of ours. */
final class AuthorityControls {
  private final OperatedAuthorities authorities;
  private final Supplier<Origin> origins;

  AuthorityControls(OperatedAuthorities authorities, Supplier<Origin> origins) {
    this.authorities = authorities;
    this.origins = origins;
  }

  Map<String, Control> all() {
    return Map.of(
        "authorities",
        (asked, progress) -> list(),
        "authorities/export",
        this::export,
        "authorities/rollover",
        (asked, progress) -> rollOver(),
        "authorities/retire",
        this::retire);
  }

  private List<Map<String, Object>> list() {
    return standings().stream().map(AuthorityControls::row).toList();
  }

  private Object export(JsonNode json, Consumer<Object> progress) {
    String name = new Asked(json).text("name").orElse(null);
    List<Standing> wanted =
        standings().stream()
            .filter(
                each ->
                    name == null
                        ? each.state().trusted()
                        : each.state().authority().name().equals(name))
            .toList();
    if (wanted.isEmpty()) {
      throw new ControlRefused(
          name == null ? "no authority was made yet" : "there is no authority " + name);
    }
    return Map.of(
        "pem",
        wanted.stream()
            .map(each -> PemCertificates.write(each.certificate()))
            .collect(Collectors.joining()));
  }

  private Object rollOver() {
    Authority made = ControlRefused.reply(authorities.rollOver(origins.get()));
    return standings().stream()
        .filter(each -> each.state().authority().equals(made))
        .map(AuthorityControls::row)
        .findFirst()
        .orElseThrow();
  }

  private Object retire(JsonNode json, Consumer<Object> progress) {
    String name = new Asked(json).required("name");
    return Map.of("retired", ControlRefused.reply(authorities.retire(name, origins.get())).name());
  }

  private List<Standing> standings() {
    return ControlRefused.reply(authorities.list(origins.get()));
  }

  private static Map<String, Object> row(Standing standing) {
    AuthorityState state = standing.state();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", state.authority().name());
    row.put("state", standing.signs() ? "signs" : state.trusted() ? "trusted" : "retired");
    row.put("devices", standing.devices());
    row.put("not_before", state.authority().notBefore());
    row.put("not_after", state.authority().notAfter());
    row.put("retired_at", state.retiredAt());
    row.put("subject", state.authority().subject());
    return row;
  }
}
