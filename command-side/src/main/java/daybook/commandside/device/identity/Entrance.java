// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.door.BoundedBody;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way in for devices. What a stranger can't fake is asked first: of a body that comes without a
 * trusted certificate hardly anything is read.
 */
@Component
public class Entrance {
  private static final int BODY_START = 8 * 1024;

  private final Identities identities;
  private final RenewalSettings renewal;
  private final Clock clock;

  public Entrance(Identities identities, RenewalSettings renewal, Clock clock) {
    this.identities = identities;
    this.renewal = renewal;
    this.clock = clock;
  }

  /** Reads identity and body of a request, the latter up to {@code limit} bytes. */
  public Entry enter(HttpServletRequest request, long limit) throws IOException {
    Outcome<Claim> claimed = identities.claim(request);
    if (claimed.refusal().isPresent()) {
      Outcome.Refused<Claim> refused = claimed.refusal().get();
      return turnedAway(request, refused.reason(), refused.detail(), null);
    }
    Claim claim = claimed.reply();
    Instant now = clock.instant();
    Instant end = claim.certificate().facts().notAfter();
    boolean ended = renewal.admits(end, now);
    Optional<Refusal> untrusted = identities.judge(claim, ended ? end : now);
    if (untrusted.isPresent()) {
      return turnedAway(request, untrusted.get(), why(untrusted.get()), claim.sha256());
    }
    BoundedBody body = BoundedBody.read(request, limit);
    if (body.whole()) {
      return prove(claim, body.bytes(), ended);
    }
    return ended
        ? new Entry.TurnedAway(
            Refusal.BODY_TOO_LARGE, "its certificate has ended", claim.sha256(), null)
        : new Entry.Oversized(claim, body);
  }

  private static Entry prove(Claim claim, byte[] body, boolean ended) {
    Outcome<Caller> proven = claim.prove(body);
    return proven
        .refusal()
        .<Entry>map(
            refused ->
                new Entry.TurnedAway(refused.reason(), refused.detail(), claim.sha256(), body))
        .orElseGet(
            () -> {
              Entry.Proven device = new Entry.Proven(proven.reply(), body);
              return ended ? new Entry.Ended(device) : device;
            });
  }

  private static String why(Refusal reason) {
    return switch (reason) {
      case CERTIFICATE_UNTRUSTED -> "no authority that we trust issued the identity certificate";
      case CERTIFICATE_NOT_VALID_NOW -> "the identity certificate is not valid now";
      default -> "the identity can't be judged";
    };
  }

  private static Entry turnedAway(
      HttpServletRequest request, Refusal reason, String detail, String certificate)
      throws IOException {
    byte[] start = BoundedBody.read(request, BODY_START).bytes();
    return new Entry.TurnedAway(reason, detail, certificate, start);
  }
}
