// SPDX-License-Identifier: Apache-2.0
package daybook.projections.push;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.push.PushView.OpenPush;
import daybook.projections.store.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A push is open from its request to its outcome, or until the device connects by itself. */
public final class PushFold implements Fold<PushView> {
  static final String NAME = "push";

  private final Handlers<PushView> handlers =
      new Handlers<PushView>()
          .on(PushRequested.class, PushFold::opened)
          .on(PushAccepted.class, (view, event, opened) -> closed(view, event.channel()))
          .on(PushRejected.class, (view, event, opened) -> closed(view, event.channel()))
          .on(PushImpossible.class, (view, event, opened) -> closed(view, event.channel()))
          .on(DeviceConnected.class, (view, event, opened) -> closed(view, event.channel()))
          .on(UserUnenrolled.class, (view, event, opened) -> closed(view, event.channel()))
          .on(EnrollmentStarted.class, (view, event, opened) -> null)
          .on(EnrollmentAdopted.class, (view, event, opened) -> null)
          .on(DeviceUnenrolled.class, (view, event, opened) -> null)
          .on(DeviceRetired.class, (view, event, opened) -> null)
          .on(DeviceBlocked.class, (view, event, opened) -> null)
          .on(IdentityRevoked.class, (view, event, opened) -> null)
          .on(BlockedDeviceTurnedAway.class, (view, event, opened) -> null)
          .on(DeviceShredded.class, (view, event, opened) -> null);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public Class<PushView> document() {
    return PushView.class;
  }

  @Override
  public Handlers<PushView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().value();
  }

  @Override
  public Optional<StreamId> stream(String key) {
    return Optional.of(new StreamId(key));
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.number("due"));
  }

  @Override
  public Map<String, Object> indexes(PushView view) {
    return Map.of("due", view.open().get(0).notBefore().toEpochMilli());
  }

  private static PushView opened(PushView view, PushRequested event, OpenedEvent opened) {
    List<OpenPush> open = others(view, event.channel());
    Instant notBefore = event.notBefore() == null ? opened.time() : event.notBefore();
    open.add(new OpenPush(event.channel().value(), event.reason(), notBefore));
    open.sort(Comparator.comparing(OpenPush::notBefore).thenComparing(OpenPush::channel));
    return new PushView(opened.entry().stream().id(), List.copyOf(open));
  }

  private static PushView closed(PushView view, Channel channel) {
    List<OpenPush> open = others(view, channel);
    return open.isEmpty() ? null : new PushView(view.enrollment(), List.copyOf(open));
  }

  private static List<OpenPush> others(PushView view, Channel channel) {
    List<OpenPush> open = new ArrayList<>();
    if (view != null) {
      open.addAll(view.open());
      open.removeIf(push -> push.channel().equals(channel.value()));
    }
    return open;
  }
}
