// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.DomainEvent;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.session.ServedProfile;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened in an enrollment session, read back from its stream. */
@Component
public class SessionHistory {
  /** A session is short: opened, served, issued, and a bounded number of refusals. */
  private static final int MOST = 100;

  private final Log log;
  private final Intents intents;

  public SessionHistory(Log log, Intents intents) {
    this.log = log;
    this.intents = intents;
  }

  /** The profile that led to its certificate. */
  public Optional<ServedProfile> served(SessionId session) {
    return last(
        session,
        event -> event instanceof EnrollmentProfileServed served ? served.profile() : null);
  }

  /** The serial number of the device it was opened for, where that was known. */
  public Optional<String> serialNumber(SessionId session) {
    return last(
        session,
        event -> {
          if (event instanceof ProofSessionOpened proof) {
            return proof.serialNumber();
          }
          return event instanceof EnrollmentSessionOpened opened ? opened.serialNumber() : null;
        });
  }

  /** For a session that renews an identity: the certificate that was pinned when it was opened. */
  public Optional<String> replaces(SessionId session) {
    return last(
        session, event -> event instanceof RenewalSessionOpened opened ? opened.replaces() : null);
  }

  /** Records in a session the profile of another one, if it has any and the first has none. */
  public Outcome<Void> carry(SessionId from, SessionId to, Instant now, Origin origin) {
    Optional<ServedProfile> profile = served(from);
    return profile.isEmpty() || served(to).isPresent()
        ? Outcome.accepted()
        : intents.send(new RecordServedProfile(to, now, profile.get()), origin);
  }

  private <T> Optional<T> last(SessionId session, Function<DomainEvent, T> part) {
    Stream<T> found =
        log.stream(session.stream(), 0, MOST).stream()
            .map(LogEntry::event)
            .map(part)
            .filter(Objects::nonNull);
    return found.reduce((earlier, later) -> later);
  }
}
