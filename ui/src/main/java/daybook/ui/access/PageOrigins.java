// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Origin;
import daybook.domain.Personal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who did something on a page, and from where. */
@Component
public class PageOrigins {
  private static final String PAGE = "page";

  private final Vault vault;
  private final ClientAddress address;
  private final Clock clock;

  PageOrigins(Vault vault, ClientAddress address, Clock clock) {
    this.vault = vault;
    this.address = address;
    this.clock = clock;
  }

  /** The origin of a page that only asks, and so leaves no event: nothing is sealed. */
  public Origin asking(HttpServletRequest request) {
    return Origin.of(CurrentAccount.actor(account(request)), UUID.randomUUID().toString());
  }

  /**
   * The origin of what a button does, its address sealed.
   *
   * @throws ResponseStatusException 403 when the account may not do it
   */
  public Origin doing(HttpServletRequest request, Permission permission) {
    if (!may(request, permission)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return own(request);
  }

  /** The same of what everyone may do to their own account. */
  Origin own(HttpServletRequest request) {
    AccountState operator = account(request);
    Personal sealed =
        vault.personal(
            Subject.of(operator.account().stream()),
            Origin.SEALED_AS,
            Origin.REMOTE_ADDRESS,
            address.of(request).getBytes(StandardCharsets.UTF_8),
            clock.instant());
    return new Origin(
        CurrentAccount.actor(operator), UUID.randomUUID().toString(), PAGE, sealed, null);
  }

  /** Whether the account that looks at a page may do something. */
  public static boolean may(HttpServletRequest request, Permission permission) {
    return account(request).may(permission);
  }

  /** The account that looks at a page. */
  static AccountState account(HttpServletRequest request) {
    return CurrentAccount.in(request.getAttribute(CurrentAccount.ATTRIBUTE));
  }
}
