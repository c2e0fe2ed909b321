// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.contact.Contact;
import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.push.PushEvent;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import java.time.Instant;
import java.util.List;

/**
 * When the device was last heard of, and what is known of why it isn't since.
 *
 * @param contact null: never
 * @param told whether its silence was told
 * @param push how the last push since its contact ended: {@link #TAKEN}, {@link #IMPOSSIBLE}, or
 *     APNs' word; null: none did
 */
record Silence(Instant contact, boolean told, String push) {
  private static final String TAKEN = "taken";
  private static final String IMPOSSIBLE = "impossible";
  private static final String UNREGISTERED = "Unregistered";

  static Silence none() {
    return new Silence(null, false, null);
  }

  Silence after(DomainEvent event, Instant time) {
    if (Contact.by(event)) {
      return new Silence(time, false, null);
    }
    if (event instanceof DeviceSilent) {
      return new Silence(contact, true, push);
    }
    return event instanceof PushEvent it && it.channel().isDevice()
        ? new Silence(contact, told, ended(it))
        : this;
  }

  private String ended(PushEvent event) {
    if (event instanceof PushAccepted) {
      return TAKEN;
    }
    if (event instanceof PushImpossible) {
      return IMPOSSIBLE;
    }
    return event instanceof PushRejected rejected ? rejected.reason() : push;
  }

  /** What it likely comes from, the likeliest first. */
  List<String> causes() {
    if (push == null || push.equals(TAKEN)) {
      return List.of("off_or_offline", "profile_removed");
    }
    return switch (push) {
      case IMPOSSIBLE -> List.of("push_impossible", "off_or_offline");
      case UNREGISTERED -> List.of("profile_removed", "erased");
      default -> List.of("push_refused", "off_or_offline");
    };
  }
}
