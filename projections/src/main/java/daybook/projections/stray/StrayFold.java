// SPDX-License-Identifier: Apache-2.0
package daybook.projections.stray;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.certificate.CertificateEvent.StrayCertificateAdopted;
import daybook.domain.certificate.CertificateEvent.StrayCertificateSeen;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One document per stray certificate. */
public final class StrayFold implements Fold<StrayView> {
  static final String LAST_SEEN = "last_seen";
  private static final int MOST_NAMES = 16;

  private final Handlers<StrayView> handlers =
      new Handlers<StrayView>()
          .on(StrayCertificateSeen.class, StrayFold::seen)
          .on(StrayCertificateAdopted.class, StrayFold::adopted);

  @Override
  public String name() {
    return "stray";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<StrayView> document() {
    return StrayView.class;
  }

  @Override
  public Handlers<StrayView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().id();
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.number(LAST_SEEN));
  }

  @Override
  public Map<String, Object> indexes(StrayView view) {
    return Map.of(LAST_SEEN, view.lastSeenAt().toEpochMilli());
  }

  private static StrayView seen(StrayView view, StrayCertificateSeen event, OpenedEvent opened) {
    String name = event.enrollment().value();
    List<String> names = new ArrayList<>(view == null ? List.of() : view.enrollments());
    if (!names.contains(name) && names.size() < MOST_NAMES) {
      names.add(name);
    }
    Instant first = view == null ? opened.time() : view.firstSeenAt();
    return new StrayView(
        opened.entry().stream().id(),
        event.subject(),
        event.issuer(),
        event.notBefore(),
        event.notAfter(),
        List.copyOf(names),
        name,
        first,
        opened.time(),
        view == null ? 1 : view.times() + 1,
        view == null ? null : view.adoptedAt());
  }

  private static StrayView adopted(
      StrayView view, StrayCertificateAdopted event, OpenedEvent opened) {
    return view == null
        ? null
        : new StrayView(
            view.certificate(),
            view.subject(),
            view.issuer(),
            view.notBefore(),
            view.notAfter(),
            view.enrollments(),
            view.enrollment(),
            view.firstSeenAt(),
            view.lastSeenAt(),
            view.times(),
            opened.time());
  }
}
