// SPDX-License-Identifier: Apache-2.0
package daybook.ui.audit;

import daybook.domain.catalog.EventCatalog;
import daybook.queryside.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands in the fields of the audit page, as it was sent.
 *
 * @param since the earliest time, without an offset when it came from the page: UTC
 * @param until the first time that is too late
 */
record AuditForm(String device, String actor, String type, String since, String until) {
  static final String LIST = "/audit/";

  static AuditForm of(Parameters parameters) {
    return new AuditForm(
        parameters.last("device").orElse(""),
        parameters.last("actor").orElse(""),
        parameters.last("type").orElse(""),
        parameters.last("since").orElse(""),
        parameters.last("until").orElse(""));
  }

  /** The page with the same fields, beginning below an entry. */
  String older(long index) {
    return link(LIST, Optional.of(index));
  }

  /** The page with the same fields, beginning with the newest. */
  public String newest() {
    return link(LIST, Optional.empty());
  }

  /** Where the entries come that fit the fields. */
  String live() {
    return link(LIST + "live", Optional.empty());
  }

  private String link(String path, Optional<Long> before) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("device", device);
    fields.put("actor", actor);
    fields.put("type", type);
    fields.put("since", since);
    fields.put("until", until);
    fields.values().removeIf(String::isEmpty);
    UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
    fields.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
    before.ifPresent(index -> link.queryParam("before", index));
    return link.encode().buildAndExpand(fields).toUriString();
  }

  /** All types of events by name. */
  static List<String> types() {
    return EventCatalog.all().keySet().stream().sorted().toList();
  }
}
