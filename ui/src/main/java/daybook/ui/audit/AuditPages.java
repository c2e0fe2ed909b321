// SPDX-License-Identifier: Apache-2.0
package daybook.ui.audit;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditFilter;
import daybook.projections.audit.AuditLog;
import daybook.queryside.audit.AuditQuestion;
import daybook.queryside.http.Parameters;
import daybook.ui.timeline.Feed;
import daybook.ui.timeline.LivePages;
import daybook.ui.timeline.TimelineEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages about what has happened: the list, which stays live, and one event. */
@Controller
class AuditPages {
  private static final int PAGE = 50;
  private static final String ONE = AuditForm.LIST + "events/{index:[0-9]{1,18}}/";

  /** In the list each line tells its device. */
  private static final Map<String, Object> LINES = Map.of("ofAll", true);

  private final AuditLog audit;
  private final LivePages pages;

  AuditPages(AuditLog audit, LivePages pages) {
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping(AuditForm.LIST)
  String list(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Parameters parameters = new Parameters(request);
    AuditForm form = AuditForm.of(parameters);
    List<AuditEntry> entries = List.of();
    boolean newest = before == Long.MAX_VALUE;
    boolean readable = true;
    try {
      entries = audit.page(AuditQuestion.filter(parameters), before, PAGE);
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("invalid", invalid.fields());
      readable = false;
    }
    boolean full = entries.size() == PAGE;
    model.addAllAttributes(LINES);
    model.addAttribute("form", form);
    model.addAttribute("types", AuditForm.types());
    model.addAttribute("readable", readable);
    model.addAttribute("entries", entries.stream().map(TimelineEntry::of).toList());
    model.addAttribute("newestPage", newest);
    model.addAttribute("live", newest && readable && form.until().isEmpty() ? form.live() : null);
    model.addAttribute("newest", entries.isEmpty() ? 0 : entries.get(0).index());
    model.addAttribute("older", full ? form.older(entries.get(PAGE - 1).index()) : null);
    return "audit/list";
  }

  @GetMapping(path = AuditForm.LIST + "live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request)
      throws IOException {
    AuditFilter filter = AuditQuestion.filter(new Parameters(request));
    return pages.open(
        new AuditFeed(audit, filter), CurrentAccount.in(account), Math.max(after, last));
  }

  @GetMapping(ONE)
  String event(@PathVariable long index, Model model) {
    describe(index, model);
    return "audit/event";
  }

  /** What one line of a list says; fetched when it is opened. */
  @GetMapping(ONE + "details/")
  String details(@PathVariable long index, Model model) {
    describe(index, model);
    return "timeline/entry :: told";
  }

  private void describe(long index, Model model) {
    AuditEntry entry =
        audit.page(AuditFilter.all(), index + 1, 1).stream()
            .filter(found -> found.index() == index)
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no event " + index));
    model.addAttribute("entry", TimelineEntry.of(entry));
    model.addAttribute("details", audit.details(index));
  }

  private record AuditFeed(AuditLog audit, AuditFilter filter) implements Feed {
    @Override
    public List<Permission> needed() {
      return List.of(Permission.VIEW_AUDIT);
    }

    @Override
    public List<AuditEntry> newer(long index, int limit) {
      return audit.newer(filter, index, limit);
    }

    @Override
    public Map<String, Object> lines() {
      return LINES;
    }
  }
}
