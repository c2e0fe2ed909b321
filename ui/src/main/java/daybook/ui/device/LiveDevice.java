// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditFilter;
import daybook.projections.audit.AuditLog;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.ui.access.PageOrigins;
import daybook.ui.timeline.Feed;
import daybook.ui.timeline.Fragments;
import daybook.ui.timeline.LivePages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps a device's page live: the entries of its timeline, and its state behind them. */
@Controller
class LiveDevice {
  private final DeviceViews devices;
  private final AuditLog audit;
  private final DeviceFacts facts;
  private final PageOrigins origins;
  private final LivePages pages;
  private final Fragments fragments;

  LiveDevice(
      DeviceViews devices,
      AuditLog audit,
      DeviceFacts facts,
      PageOrigins origins,
      LivePages pages,
      Fragments fragments) {
    this.devices = devices;
    this.audit = audit;
    this.facts = facts;
    this.origins = origins;
    this.pages = pages;
    this.fragments = fragments;
  }

  @GetMapping(path = "/devices/{number}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      @PathVariable long number,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request)
      throws IOException {
    DeviceView device =
        devices.byNumber(number).orElseThrow(() -> new NotFound("There is no device " + number));
    return pages.open(
        new DeviceFeed(new StreamId(device.life().stream()), origins.asking(request)),
        CurrentAccount.in(account),
        Math.max(after, last));
  }

  private final class DeviceFeed implements Feed {
    private final StreamId device;
    private final Origin asking;

    private DeviceFeed(StreamId device, Origin asking) {
      this.device = device;
      this.asking = asking;
    }

    @Override
    public List<Permission> needed() {
      return List.of(Permission.VIEW_DEVICES, Permission.VIEW_AUDIT);
    }

    @Override
    public List<AuditEntry> newer(long after, int limit) {
      return audit.newer(AuditFilter.ofDevice(device), after, limit);
    }

    @Override
    public Map<String, String> behind() {
      DeviceView view = devices.byStream(device).orElseThrow();
      Map<String, Object> model =
          Map.of("device", DeviceRow.of(view), "facts", facts.of(view, asking));
      return Map.of("state", fragments.line("device/page", "state", model));
    }
  }
}
