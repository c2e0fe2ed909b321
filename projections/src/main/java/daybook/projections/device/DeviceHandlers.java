// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.DomainEvent;
import daybook.domain.OpenedEvent;
import daybook.domain.contact.Contact;
import daybook.projections.Handlers;

/** The device's table: each step changes a draft; what it changes is dated. */
final class DeviceHandlers {
  private final Handlers<DeviceView> handlers = new Handlers<>();

  /** What one type of event does to a device. */
  @FunctionalInterface
  interface Step<E extends DomainEvent> {
    void apply(DeviceDraft device, E event, OpenedEvent opened);
  }

  /** An event with which a device begins. */
  <E extends DomainEvent> DeviceHandlers first(Class<E> type, Step<E> step) {
    handlers.on(type, (view, event, opened) -> after(view, step, event, opened));
    return this;
  }

  /** An event that means nothing for a device that hasn't begun. */
  <E extends DomainEvent> DeviceHandlers on(Class<E> type, Step<E> step) {
    handlers.on(
        type, (view, event, opened) -> view == null ? null : after(view, step, event, opened));
    return this;
  }

  Handlers<DeviceView> handlers() {
    return handlers;
  }

  private static <E extends DomainEvent> DeviceView after(
      DeviceView view, Step<E> step, E event, OpenedEvent opened) {
    DeviceDraft draft = DeviceDraft.of(view);
    step.apply(draft, event, opened);
    if (Contact.by(event)) {
      draft.silence = DeviceSilenceView.heardAt(opened.time());
    }
    if (Contact.returns(event)) {
      draft.archivedAt = null;
    }
    draft.updatedAt = opened.time();
    return draft.view();
  }
}
