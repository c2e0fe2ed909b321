// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.StreamId;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.enrollment.Platform;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditFilter;
import daybook.projections.audit.AuditLog;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.ui.access.PageOrigins;
import daybook.ui.timeline.TimelineEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages about devices. */
@Controller
class DevicePages {
  private static final int PAGE = 50;

  private final DeviceViews devices;
  private final AuditLog audit;
  private final DeviceFacts facts;
  private final GroupDesk<Tag> tags;
  private final PageOrigins origins;

  DevicePages(
      DeviceViews devices,
      AuditLog audit,
      DeviceFacts facts,
      GroupDesk<Tag> tags,
      PageOrigins origins) {
    this.devices = devices;
    this.audit = audit;
    this.facts = facts;
    this.tags = tags;
    this.origins = origins;
  }

  @GetMapping("/")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(required = false) Long tag,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam(defaultValue = "1") int page,
      HttpServletRequest request,
      Model model) {
    DeviceQuery query =
        DeviceQuery.all()
            .search(q)
            .platform(platform.isEmpty() ? null : platform)
            .tags(tag == null ? List.of() : List.of(tag))
            .archived(archived);
    long count = devices.count(query);
    int pages = (int) Math.max(1, (count + PAGE - 1) / PAGE);
    int shown = Math.min(Math.max(1, page), pages);
    List<DeviceRow> rows =
        devices.page(query, PAGE, (long) (shown - 1) * PAGE).stream().map(DeviceRow::of).toList();
    model.addAttribute("q", q);
    model.addAttribute("platform", platform);
    model.addAttribute("tag", tag);
    model.addAttribute("tags", tags.all(origins.asking(request)));
    model.addAttribute("archived", archived);
    model.addAttribute("platforms", Arrays.stream(Platform.values()).map(Platform::word).toList());
    model.addAttribute("devices", rows);
    model.addAttribute("count", count);
    model.addAttribute("page", shown);
    model.addAttribute("pages", pages);
    return "device/list";
  }

  @GetMapping("/devices/{number}/")
  String device(
      @PathVariable long number,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      Model model) {
    DeviceView device =
        devices.byNumber(number).orElseThrow(() -> new NotFound("There is no device " + number));
    StreamId stream = new StreamId(device.life().stream());
    List<AuditEntry> entries = audit.page(AuditFilter.ofDevice(stream), before, PAGE);
    model.addAttribute("device", DeviceRow.of(device));
    model.addAttribute("facts", facts.of(device, origins.asking(request)));
    model.addAttribute("actions", DeviceButtons.of(device, CurrentAccount.in(account)));
    model.addAttribute("users", device.users());
    model.addAttribute("entries", entries.stream().map(TimelineEntry::of).toList());
    model.addAttribute("newestPage", before == Long.MAX_VALUE);
    model.addAttribute("newest", entries.isEmpty() ? 0 : entries.get(0).index());
    model.addAttribute(
        "older", entries.size() < PAGE ? null : entries.get(entries.size() - 1).index());
    return "device/page";
  }
}
