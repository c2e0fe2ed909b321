// SPDX-License-Identifier: Apache-2.0
package daybook.ui.timeline;

import daybook.domain.access.AccountState;
import daybook.projections.audit.AuditEntry;
import daybook.projections.audit.AuditLog;
import daybook.ui.access.PageStanding;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends entries to the pages that show them, as they come (server-sent events {@code entry}, and
 * what a feed has behind them). One thread serves all pages.
 */
@Component
public class LivePages {
  private static final int MOST_PAGES = 200;
  private static final int BATCH = 100;
  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

  private final PageStanding standing;
  private final Fragments fragments;
  private final CopyOnWriteArrayList<Page> pages = new CopyOnWriteArrayList<>();
  private final AutoCloseable subscription;
  // One waiting wake-up is enough: the run that it starts sends what has come.
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          run -> {
            Thread thread = new Thread(run, "live-pages");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  LivePages(AuditLog audit, PageStanding standing, Fragments fragments) {
    this.standing = standing;
    this.fragments = fragments;
    this.subscription = audit.onEntries(() -> sender.execute(this::sendAll));
  }

  /**
   * Begins to send an account what a feed has above an index.
   *
   * @throws ResponseStatusException 503 when too many pages are live
   */
  public SseEmitter open(Feed feed, AccountState account, long after) throws IOException {
    if (pages.size() >= MOST_PAGES) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many live pages");
    }
    SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    Page page = new Page(feed, account, emitter, after);
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
    boolean more = false;
    for (Page page : pages) {
      try {
        more |= page.send();
      } catch (IOException | IllegalStateException e) {
        pages.remove(page);
      }
    }
    if (more) {
      sender.execute(this::sendAll);
    }
  }

  @PreDestroy
  void close() throws Exception {
    subscription.close();
    sender.shutdownNow();
    pages.forEach(LivePages::end);
  }

  private static void end(Page page) {
    try {
      page.emitter.complete();
    } catch (IllegalStateException e) {
      // The browser has gone meanwhile.
    }
  }

  /** One open page; used by the sender's thread alone. */
  private final class Page {
    private final Feed feed;
    private final AccountState account;
    private final SseEmitter emitter;
    private long sent;

    private Page(Feed feed, AccountState account, SseEmitter emitter, long sent) {
      this.feed = feed;
      this.account = account;
      this.emitter = emitter;
      this.sent = sent;
    }

    /** Whether there may be more to send. */
    private boolean send() throws IOException {
      List<AuditEntry> entries = feed.newer(sent, BATCH);
      if (!entries.isEmpty() && !maySee()) {
        emitter.complete();
        return false;
      }
      for (AuditEntry entry : entries) {
        Map<String, Object> model = new HashMap<>(feed.lines());
        model.put("entry", TimelineEntry.of(entry));
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(entry.index()))
                .name("entry")
                .data(fragments.line("timeline/entry", "line", model)));
        sent = entry.index();
      }
      if (!entries.isEmpty()) {
        for (Map.Entry<String, String> part : feed.behind().entrySet()) {
          emitter.send(SseEmitter.event().name(part.getKey()).data(part.getValue()));
        }
      }
      return entries.size() == BATCH;
    }

    /** Not when the page session has ended, or the account has lost the page since. */
    private boolean maySee() {
      return standing
          .of(account)
          .filter(now -> feed.needed().stream().allMatch(now::may))
          .isPresent();
    }
  }
}
