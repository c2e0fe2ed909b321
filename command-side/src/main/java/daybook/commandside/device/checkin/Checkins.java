// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.DeviceSettings;
import daybook.commandside.device.identity.Entry;
import daybook.commandside.device.message.KnownEnrollments;
import daybook.commandside.device.message.Refusing;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.device.message.Sender;
import daybook.commandside.device.message.StrayDevices;
import daybook.commandside.door.Origins;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes a check-in from a proven caller to its enrollment, and back to an answer. */
@Component
public class Checkins {
  public static final String DOOR = "checkin";

  private final Authentication authentication;
  private final BootstrapTokens bootstrapTokens;
  private final KnownEnrollments enrollments;
  private final StrayDevices strays;
  private final Intents intents;
  private final Vault vault;
  private final Origins origins;
  private final Refusing refusing;
  private final DeviceSettings settings;
  private final Clock clock;

  Checkins(
      Authentication authentication,
      BootstrapTokens bootstrapTokens,
      KnownEnrollments enrollments,
      StrayDevices strays,
      Intents intents,
      Vault vault,
      Origins origins,
      Refusing refusing,
      DeviceSettings settings,
      Clock clock) {
    this.authentication = authentication;
    this.bootstrapTokens = bootstrapTokens;
    this.enrollments = enrollments;
    this.strays = strays;
    this.intents = intents;
    this.vault = vault;
    this.origins = origins;
    this.refusing = refusing;
    this.settings = settings;
    this.clock = clock;
  }

  /** Answers a check-in, whichever URL it came to. */
  public ResponseEntity<byte[]> answer(HttpServletRequest request, Entry entry) {
    if (entry instanceof Entry.Proven proven) {
      return answer(request, proven);
    }
    if (entry instanceof Entry.Ended ended) {
      return refusing.ended(DOOR, ended, request);
    }
    return entry instanceof Entry.Oversized oversized
        ? refusing.tooLarge(DOOR, oversized, request)
        : refusing.turnedAway(DOOR, (Entry.TurnedAway) entry, request);
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request, Entry.Proven entry) {
    try {
      CheckinMessage message =
          CheckinMessage.read(Plists.read(entry.body(), settings.plistLimits()));
      Outcome<ResponseEntity<byte[]>> first = tell(message, entry, request);
      Outcome<ResponseEntity<byte[]>> outcome =
          strays.letIn(DOOR, first, message.sender(), entry.caller(), request)
              ? tell(message, entry, request)
              : first;
      return outcome
          .refusal()
          .map(refused -> refusing.proven(DOOR, refused, entry, request))
          .orElseGet(outcome::reply);
    } catch (UnreadablePlist e) {
      return refusing.proven(DOOR, new Outcome.Refused<>(e.reason(), e.detail()), entry, request);
    }
  }

  /** Tells it; once more when the keys that sealed it were dropped in between. */
  private Outcome<ResponseEntity<byte[]>> tell(
      CheckinMessage message, Entry.Proven entry, HttpServletRequest request) {
    Outcome<ResponseEntity<byte[]>> first = tellOnce(message, entry, request);
    return first
        .refusal()
        .filter(refused -> refused.reason() == Refusal.SEALED_UNDER_DROPPED_KEY)
        .map(refused -> tellOnce(message, entry, request))
        .orElse(first);
  }

  private Outcome<ResponseEntity<byte[]>> tellOnce(
      CheckinMessage message, Entry.Proven entry, HttpServletRequest request) {
    Sender sender = message.sender();
    Telling telling =
        new Telling(
            sender,
            entry.caller(),
            entry.body(),
            new Sealing(vault, sender.subject(), clock.instant()),
            settings.pushDelay(),
            settings.hourlyEvents());
    if (message instanceof Authenticate authenticate) {
      return authentication.tell(authenticate, telling, request).map(none -> message.answer());
    }
    Outcome<Void> known =
        enrollments.require(sender.enrollment(), origins.asking(request, sender.actor()));
    if (!known.isAccepted()) {
      return known.map(none -> null);
    }
    Origin origin = origins.of(request, sender.actor(), sender.subject());
    return message instanceof ChannelMessage told
        ? intents.send(told.intent(telling), origin).map(none -> message.answer())
        : bootstrapTokens.release(telling, origin);
  }
}
