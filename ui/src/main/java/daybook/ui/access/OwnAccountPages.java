// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.AccountState;
import daybook.domain.access.NotFound;
import daybook.domain.access.RoleDesk;
import daybook.domain.access.TokenDesk;
import daybook.domain.access.TokenDesk.Issued;
import daybook.ui.form.Attempt;
import daybook.ui.form.Given;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: its password and its API tokens, for everyone who is signed in. */
@Controller
class OwnAccountPages {
  static final String OWN = "/account/";
  private static final String TO = "redirect:" + OWN;

  private final AccountDesk accounts;
  private final TokenDesk tokens;
  private final RoleDesk roles;
  private final PageOrigins origins;
  private final PageStanding standing;
  private final Clock clock;

  OwnAccountPages(
      AccountDesk accounts,
      TokenDesk tokens,
      RoleDesk roles,
      PageOrigins origins,
      PageStanding standing,
      Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.roles = roles;
    this.origins = origins;
    this.standing = standing;
    this.clock = clock;
  }

  @GetMapping(OWN)
  String own(HttpServletRequest request, Model model) {
    AccountEntry entry = entry(request);
    model.addAttribute("account", AccountRow.of(entry, roles.all()));
    model.addAttribute("tokens", TokenRow.of(entry, clock.instant()));
    return "access/own";
  }

  /** The other page sessions end; this one goes on, under another id. */
  @PostMapping(path = OWN, params = "action=password")
  String password(
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      RedirectAttributes told) {
    AccountState by = PageOrigins.account(request);
    var origin = origins.own(request);
    Attempt<Void> changed =
        attempt(() -> accounts.changeOwnPassword(present, password, by, origin));
    changed.tell(told, "The new password holds. Your other sessions have ended.");
    if (changed.good()) {
      request.changeSessionId();
      standing.now(by.account()).ifPresent(now -> SignedIn.enter(request.getSession(), now));
    }
    return TO;
  }

  @PostMapping(path = OWN, params = "action=issue")
  String issue(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String expiry,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.own(request);
    Attempt<Issued> issued =
        attempt(
            () ->
                tokens.issue(
                    entry(request).number(),
                    Given.text(name, "token_name", AccountActions.LONGEST_TOKEN_NAME),
                    Given.time(expiry, "expiry"),
                    PageOrigins.account(request),
                    origin));
    issued.tell(told, null);
    if (issued.good()) {
      told.addFlashAttribute("secret", issued.reply().secret());
    }
    return TO;
  }

  @PostMapping(path = OWN, params = "action=revoke")
  String revoke(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.own(request);
    attempt(() -> tokens.revoke(entry(request).number(), token, origin))
        .tell(told, "The token is revoked.");
    return TO;
  }

  private AccountEntry entry(HttpServletRequest request) {
    return accounts
        .find(PageOrigins.account(request).account())
        .orElseThrow(() -> new NotFound("This account is gone."));
  }

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    return Attempt.of(step, AccessWords::problem, AccessWords.LABELS);
  }
}
