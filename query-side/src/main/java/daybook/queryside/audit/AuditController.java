// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.audit;

import daybook.domain.access.InvalidInput;
import daybook.domain.access.Requires;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditLog;
import daybook.queryside.http.Choices;
import daybook.queryside.http.Links;
import daybook.queryside.http.PageRequest;
import daybook.queryside.http.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading the log. */
@RestController
@Tag(name = "Audit")
class AuditController {
  private static final String CURSOR = "cursor";

  private final AuditLog log;

  AuditController(AuditLog log) {
    this.log = log;
  }

  @Operation(
      summary = "List what has happened, the newest first",
      description = "Follow `next` until it is null. New entries never move a cursor.",
      parameters = {
        @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "from `next`"),
        @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500, usually 50"),
        @Parameter(name = "serial_number", in = ParameterIn.QUERY, description = "of the device"),
        @Parameter(
            name = "udid",
            in = ParameterIn.QUERY,
            description = "or EnrollmentID of the device, in either case"),
        @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "the stored name of the event, `DeviceEnrolled` for one"),
        @Parameter(
            name = "device",
            in = ParameterIn.QUERY,
            description = "serial number, UDID or EnrollmentID of the device"),
        @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description =
                "who caused it: `device`, `operator`, `policy`, `server` or `stranger`, an id as"
                    + " `actor.id` tells it, or an account's name"),
        @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "the earliest time, `2026-11-24T08:00:00Z` or `2026-11-24`; UTC"),
        @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "the first time that is too late, in the same forms")
      })
  @Requires(value = "mdm.view_auditentry", name = "Audit Entry List")
  @GetMapping("/api/mdm/audit/")
  AuditPage list(HttpServletRequest request) {
    Parameters parameters = new Parameters(request);
    int limit = PageRequest.limit(parameters);
    long before = parameters.filter(CURSOR).map(AuditController::cursor).orElse(Long.MAX_VALUE);
    List<AuditEntry> found = log.page(AuditQuestion.filter(parameters), before, limit + 1);
    if (found.size() <= limit) {
      return new AuditPage(null, found);
    }
    List<AuditEntry> results = found.subList(0, limit);
    String next =
        new Links(request)
            .with(CURSOR, results.get(limit - 1).index())
            .with(PageRequest.LIMIT, limit)
            .toString();
    return new AuditPage(next, results);
  }

  private static long cursor(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw InvalidInput.of(CURSOR, Choices.invalid(text));
    }
    return Long.parseLong(text);
  }
}
