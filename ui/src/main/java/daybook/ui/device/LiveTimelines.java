// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.StreamId;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.projections.audit.AuditLog;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.ui.access.PageStanding;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends the entries of a device's timeline to the pages that show it, as they come (server-sent
 * events {@code entry} and {@code state}). One thread serves all pages.
 */
@Controller
class LiveTimelines {
  private static final int MOST_PAGES = 200;
  private static final int BATCH = 100;
  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

  private final DeviceViews devices;
  private final AuditLog audit;
  private final PageStanding standing;
  private final ITemplateEngine templates;
  private final CopyOnWriteArrayList<Page> pages = new CopyOnWriteArrayList<>();
  private final AutoCloseable subscription;
  // One waiting wake-up is enough: the run that it starts sends all that has come.
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          run -> {
            Thread thread = new Thread(run, "live-timelines");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  LiveTimelines(
      DeviceViews devices, AuditLog audit, PageStanding standing, ITemplateEngine templates) {
    this.devices = devices;
    this.audit = audit;
    this.standing = standing;
    this.templates = templates;
    this.subscription = audit.onEntries(() -> sender.execute(this::sendAll));
  }

  @GetMapping(path = "/devices/{number}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      @PathVariable long number,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account)
      throws IOException {
    DeviceView device =
        devices.byNumber(number).orElseThrow(() -> new NotFound("There is no device " + number));
    if (pages.size() >= MOST_PAGES) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many live pages");
    }
    SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    Page page =
        new Page(
            new StreamId(device.life().stream()),
            CurrentAccount.in(account),
            emitter,
            Math.max(after, last));
    emitter.onCompletion(() -> pages.remove(page));
    emitter.onTimeout(emitter::complete);
    emitter.onError(e -> pages.remove(page));
    // The answer begins at once, so that the page knows that it is live.
    emitter.send(SseEmitter.event().comment("live"));
    pages.add(page);
    sender.execute(this::sendAll);
    return emitter;
  }

  private void sendAll() {
    for (Page page : pages) {
      try {
        page.send();
      } catch (IOException | IllegalStateException e) {
        pages.remove(page);
      }
    }
  }

  @PreDestroy
  void close() throws Exception {
    subscription.close();
    sender.shutdownNow();
    pages.forEach(page -> page.emitter.complete());
  }

  /** One open page; used by the sender's thread alone. */
  private final class Page {
    private final StreamId device;
    private final AccountState account;
    private final SseEmitter emitter;
    private long sent;

    private Page(StreamId device, AccountState account, SseEmitter emitter, long sent) {
      this.device = device;
      this.account = account;
      this.emitter = emitter;
      this.sent = sent;
    }

    private void send() throws IOException {
      var entries = audit.newer(device, sent, BATCH);
      if (!entries.isEmpty() && !maySee()) {
        emitter.complete();
        return;
      }
      for (var entry : entries) {
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(entry.index()))
                .name("entry")
                .data(render("device/entry", "line", Map.of("entry", TimelineEntry.of(entry)))));
        sent = entry.index();
      }
      if (!entries.isEmpty()) {
        DeviceView view = devices.byStream(device).orElseThrow();
        emitter.send(
            SseEmitter.event()
                .name("state")
                .data(
                    render(
                        "device/page",
                        "state",
                        Map.of("device", DeviceRow.of(view), "facts", DeviceFacts.of(view)))));
      }
    }

    /** Also when the page session has ended, or the account has lost the page since. */
    private boolean maySee() {
      return standing
          .of(account)
          .filter(now -> now.may(Permission.VIEW_DEVICES) && now.may(Permission.VIEW_AUDIT))
          .isPresent();
    }

    private String render(String template, String fragment, Map<String, Object> model) {
      String html =
          templates.process(template, Set.of(fragment), new Context(java.util.Locale.ROOT, model));
      return html.replace('\n', ' ');
    }
  }
}
