// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Personal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Makes the origin of an intent from the request that caused it. */
@Component
public class Origins {
  private static final int LONGEST_USER_AGENT = 256;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

  private final Vault vault;
  private final TrustedProxies proxies;
  private final Clock clock;

  public Origins(Vault vault, TrustedProxies proxies, Clock clock) {
    this.vault = vault;
    this.proxies = proxies;
    this.clock = clock;
  }

  /**
   * Where a request came from, its address and user agent sealed.
   *
   * @param subject the actor's own, or {@link #strangers} while no identity is proven
   */
  public Origin of(HttpServletRequest request, Actor actor, Subject subject) {
    return of(caller(request), actor, subject);
  }

  /** The same, of a caller whose request isn't at hand any more. */
  public Origin of(Caller caller, Actor actor, Subject subject) {
    Instant now = clock.instant();
    String agent = caller.userAgent();
    return new Origin(
        actor,
        caller.requestId(),
        null,
        seal(subject, Origin.REMOTE_ADDRESS, caller.address(), now),
        agent == null || agent.isBlank()
            ? null
            : seal(subject, Origin.USER_AGENT, shortened(agent), now));
  }

  /** Where a request came from, in clear. */
  public Caller caller(HttpServletRequest request) {
    return new Caller(requestId(request), remoteAddress(request), request.getHeader("User-Agent"));
  }

  /** Where an operator's request came from. */
  public Origin ofOperator(HttpServletRequest request, AccountState account) {
    return of(request, CurrentAccount.actor(account), Subject.of(account.account().stream()));
  }

  /** The origin of a request that only asks, and so leaves no event: nothing is sealed. */
  public Origin asking(HttpServletRequest request, Actor actor) {
    return Origin.of(actor, requestId(request));
  }

  /** The id of a request: the same in the answer's {@code X-Request-Id} and in the log. */
  public String requestId(HttpServletRequest request) {
    return RequestIds.of(request);
  }

  /** The client's address, by the word of {@code daybook.trusted_proxies} alone. */
  public String remoteAddress(HttpServletRequest request) {
    return proxies.clientAddress(request);
  }

  /** Whose keys seal what strangers sent in the month of {@code now}. */
  public static Subject strangers(Instant now) {
    return Subject.refusals(MONTH.format(now));
  }

  private Personal seal(Subject subject, String path, String text, Instant now) {
    return vault.personal(
        subject, Origin.SEALED_AS, path, text.getBytes(StandardCharsets.UTF_8), now);
  }

  private static String shortened(String agent) {
    return agent.length() <= LONGEST_USER_AGENT ? agent : agent.substring(0, LONGEST_USER_AGENT);
  }
}
