// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device is on the list from its enrollment to its end, except while an inventory command waits
 * for its answer, or while it is blocked. A command that ends without an answer counts as an
 * attempt: the device is asked again after the usual time, not at once.
 */
public final class InventoryFold implements Fold<InventoryView> {
  static final String NAME = "inventory";

  /** Devices that have never told come before all others. */
  private static final Duration FIRST = Duration.ofDays(36_500);

  private static final String REQUEST_TYPE = "DeviceInformation";

  private final Handlers<InventoryView> handlers =
      new Handlers<InventoryView>()
          .on(EnrollmentStarted.class, InventoryFold::started)
          .on(DeviceEnrolled.class, (view, event, opened) -> enrolled(view, opened))
          .on(DeviceUnenrolled.class, (view, event, opened) -> null)
          .on(DeviceBlocked.class, (view, event, opened) -> blocked(view, true))
          .on(DeviceUnblocked.class, (view, event, opened) -> blocked(view, false))
          .on(DeviceShredded.class, (view, event, opened) -> shredded(view))
          .on(CommandQueued.class, InventoryFold::queued)
          .on(CommandAcknowledged.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandFailed.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandRefused.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandStuck.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandUnconfirmed.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandExpired.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandResultTooLarge.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(DeviceInformationReported.class, (v, e, o) -> told(v, e, e.command(), o))
          .on(DeviceInformationUnchanged.class, (v, e, o) -> told(v, e, e.command(), o));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<InventoryView> document() {
    return InventoryView.class;
  }

  @Override
  public Handlers<InventoryView> handlers() {
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
    return List.of(Column.number("turn"));
  }

  @Override
  public Map<String, Object> indexes(InventoryView view) {
    Map<String, Object> values = new HashMap<>();
    boolean open = view.since() != null && view.waiting().isEmpty() && !view.blocked();
    values.put("turn", open ? turn(view).toEpochMilli() : null);
    return values;
  }

  private static Instant turn(InventoryView view) {
    return view.told() ? view.since() : view.since().minus(FIRST);
  }

  private static InventoryView started(
      InventoryView view, EnrollmentStarted event, OpenedEvent opened) {
    String id = opened.entry().stream().id();
    return new InventoryView(id, event.identity().platform(), null, false, List.of(), false);
  }

  private static InventoryView enrolled(InventoryView view, OpenedEvent opened) {
    return view == null
        ? null
        : new InventoryView(
            view.enrollment(),
            view.platform(),
            opened.time(),
            view.told(),
            view.waiting(),
            view.blocked());
  }

  private static InventoryView blocked(InventoryView view, boolean blocked) {
    return view == null
        ? null
        : new InventoryView(
            view.enrollment(), view.platform(), view.since(), view.told(), view.waiting(), blocked);
  }

  /** The queue was sealed with what is dropped, and is empty now. */
  private static InventoryView shredded(InventoryView view) {
    return view == null
        ? null
        : new InventoryView(
            view.enrollment(),
            view.platform(),
            view.since(),
            view.told(),
            List.of(),
            view.blocked());
  }

  private static InventoryView queued(InventoryView view, CommandQueued event, OpenedEvent opened) {
    if (view == null || !event.channel().isDevice() || !isInventory(event.requestType())) {
      return view;
    }
    List<String> waiting = without(view, event.command());
    waiting.add(event.command().value());
    return new InventoryView(
        view.enrollment(),
        view.platform(),
        view.since(),
        view.told(),
        List.copyOf(waiting),
        view.blocked());
  }

  private static InventoryView answered(
      InventoryView view, CommandEvent event, CommandId command, OpenedEvent opened) {
    boolean waited = view != null && view.waiting().contains(command.value());
    return waited ? told(view, event, command, opened) : view;
  }

  private static InventoryView told(
      InventoryView view, CommandEvent event, CommandId command, OpenedEvent opened) {
    if (view == null || !event.channel().isDevice()) {
      return view;
    }
    boolean enrolled = view.since() != null;
    return new InventoryView(
        view.enrollment(),
        view.platform(),
        enrolled ? opened.time() : null,
        enrolled,
        List.copyOf(without(view, command)),
        view.blocked());
  }

  private static List<String> without(InventoryView view, CommandId command) {
    List<String> waiting = new ArrayList<>(view.waiting());
    waiting.remove(command.value());
    return waiting;
  }

  private static boolean isInventory(String requestType) {
    return REQUEST_TYPE.equals(requestType);
  }
}
