// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import daybook.domain.access.ProviderSignIn;
import daybook.domain.access.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page at which people sign in. */
@Controller
class SignInPages {
  private final SignIn signIn;
  private final ProviderSignIn provider;
  private final ClientAddress address;

  SignInPages(SignIn signIn, ProviderSignIn provider, ClientAddress address) {
    this.signIn = signIn;
    this.provider = provider;
    this.address = address;
  }

  @GetMapping("/sign-in")
  String form(@RequestParam(defaultValue = "/") String next, Model model) {
    model.addAttribute("next", local(next));
    model.addAttribute("provider", provider.provider().orElse(null));
    return "access/sign-in";
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Outcome<AccountState> outcome =
        signIn.signIn(
            username, password, address.of(request), request.getHeader(HttpHeaders.USER_AGENT));
    if (outcome.isAccepted()) {
      enter(request, outcome.reply());
      return "redirect:" + local(next);
    }
    Refusal reason = outcome.refusal().orElseThrow().reason();
    response.setStatus(
        (reason == Refusal.THROTTLED ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN)
            .value());
    model.addAttribute("problem", problem(reason));
    model.addAttribute("username", username);
    model.addAttribute("provider", provider.provider().orElse(null));
    model.addAttribute("next", local(next));
    return "access/sign-in";
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return "redirect:/sign-in";
  }

  /** Begins a session of an account; one that there was ends. */
  static void enter(HttpServletRequest request, AccountState account) {
    HttpSession former = request.getSession(false);
    if (former != null) {
      former.invalidate();
    }
    SignedIn.enter(request.getSession(true), account);
  }

  private static String problem(Refusal reason) {
    return switch (reason) {
      case INACTIVE -> "This account is not active.";
      case THROTTLED -> "Too many attempts. Wait a minute, then try again.";
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED -> "Signing in isn't possible right now.";
      default -> "The name or the password is wrong.";
    };
  }

  /** Only a path of this server: never {@code //host}, nor a scheme. */
  static String local(String next) {
    boolean path = next.startsWith("/") && !next.startsWith("//") && next.indexOf('\\') < 0;
    return path && next.chars().noneMatch(c -> c < ' ') ? next : "/";
  }
}
