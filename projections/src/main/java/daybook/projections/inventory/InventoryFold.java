// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandCancelled;
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
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
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
import java.util.function.UnaryOperator;

/**
 * A device is on the list from its enrollment to its end, except while an inventory command waits
 * for its answer, or while it is blocked or about to be retired. A command that ends without an
 * answer counts as an attempt: the device is asked again after the usual time, not at once.
 */
public final class InventoryFold implements Fold<InventoryView> {
  static final String NAME = "inventory";

  /** Devices that have never told come before all others. */
  private static final Duration FIRST = Duration.ofDays(36_500);

  private static final String REQUEST_TYPE = "DeviceInformation";

  private final Handlers<InventoryView> handlers =
      new Handlers<InventoryView>()
          .on(EnrollmentStarted.class, InventoryFold::started)
          .on(EnrollmentAdopted.class, InventoryFold::adopted)
          .on(DeviceEnrolled.class, (v, e, o) -> changed(v, view -> view.enrolledAt(o.time())))
          .on(DeviceUnenrolled.class, (view, event, opened) -> null)
          .on(DeviceRetired.class, (v, e, o) -> e.command() == null ? v : null)
          .on(IdentityRevoked.class, (view, event, opened) -> null)
          .on(DeviceBlocked.class, (v, e, o) -> changed(v, view -> view.blocked(true)))
          .on(DeviceUnblocked.class, (v, e, o) -> changed(v, view -> view.blocked(false)))
          .on(RetirementRequested.class, (v, e, o) -> changed(v, view -> view.retiring(true)))
          .on(RetirementFailed.class, (v, e, o) -> changed(v, view -> view.retiring(false)))
          .on(DeviceShredded.class, (v, e, o) -> changed(v, InventoryFold::emptied))
          .on(CommandQueued.class, InventoryFold::queued)
          .on(CommandAcknowledged.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandFailed.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandRefused.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandStuck.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandUnconfirmed.class, (v, e, o) -> answered(v, e, e.command(), o))
          .on(CommandCancelled.class, (v, e, o) -> answered(v, e, e.command(), o))
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
    return 4;
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
    boolean open =
        view.since() != null && view.waiting().isEmpty() && !view.blocked() && !view.retiring();
    values.put("turn", open ? turn(view).toEpochMilli() : null);
    return values;
  }

  private static Instant turn(InventoryView view) {
    return view.told() ? view.since() : view.since().minus(FIRST);
  }

  private static InventoryView started(
      InventoryView view, EnrollmentStarted event, OpenedEvent opened) {
    String id = opened.entry().stream().id();
    String platform = event.identity().platform();
    return new InventoryView(id, platform, null, false, List.of(), false, false);
  }

  private static InventoryView adopted(
      InventoryView view, EnrollmentAdopted event, OpenedEvent opened) {
    String id = opened.entry().stream().id();
    String platform = view == null ? null : view.platform();
    return new InventoryView(id, platform, null, false, List.of(), false, false)
        .enrolledAt(opened.time());
  }

  /** The queue was sealed with what is dropped, and is empty now. */
  private static InventoryView emptied(InventoryView view) {
    return view.waitingFor(List.of());
  }

  /** Nothing to a device that isn't on the list. */
  private static InventoryView changed(InventoryView view, UnaryOperator<InventoryView> change) {
    return view == null ? null : change.apply(view);
  }

  private static InventoryView queued(InventoryView view, CommandQueued event, OpenedEvent opened) {
    if (view == null || !event.channel().isDevice() || !isInventory(event.requestType())) {
      return view;
    }
    List<String> waiting = without(view, event.command());
    waiting.add(event.command().value());
    return view.waitingFor(List.copyOf(waiting));
  }

  private static InventoryView answered(
      InventoryView view, CommandEvent event, CommandId command, OpenedEvent opened) {
    boolean waited = view != null && view.waiting().contains(command.value());
    return waited ? told(view, event, command, opened) : view;
  }

  private static InventoryView told(
      InventoryView view, CommandEvent event, CommandId command, OpenedEvent opened) {
    return view == null || !event.channel().isDevice()
        ? view
        : view.waitingFor(List.copyOf(without(view, command))).toldAt(opened.time());
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
