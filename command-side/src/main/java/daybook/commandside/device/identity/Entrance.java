// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.door.BoundedBody;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
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
  private final Clock clock;

  public Entrance(Identities identities, Clock clock) {
    this.identities = identities;
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
    Optional<Refusal> untrusted = identities.judge(claim, clock.instant());
    if (untrusted.isPresent()) {
      return turnedAway(request, untrusted.get(), why(untrusted.get()), claim.sha256());
    }
    BoundedBody body = BoundedBody.read(request, limit);
    return body.whole() ? prove(claim, body.bytes()) : new Entry.Oversized(claim, body);
  }

  private static Entry prove(Claim claim, byte[] body) {
    Outcome<Caller> proven = claim.prove(body);
    return proven
        .refusal()
        .<Entry>map(
            refused ->
                new Entry.TurnedAway(refused.reason(), refused.detail(), claim.sha256(), body))
        .orElseGet(() -> new Entry.Proven(proven.reply(), body));
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
