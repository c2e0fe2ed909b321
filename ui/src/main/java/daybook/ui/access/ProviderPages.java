// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.access.ProviderSignIn;
import daybook.domain.access.ProviderSignIn.Arrived;
import daybook.domain.access.ProviderSignIn.Begun;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way to the provider at which people sign in, and back. The browser comes back from another
 * site, when it doesn't show the session's cookie yet: another one leads to the sign-in, and a page
 * of ours leads on.
 */
@Controller
class ProviderPages {
  private static final String PATH = "/sign-in/provider";
  private static final String COOKIE = "daybook_provider";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ProviderSignIn provider;
  private final ClientAddress address;

  ProviderPages(ProviderSignIn provider, ClientAddress address) {
    this.provider = provider;
    this.address = address;
  }

  @GetMapping(PATH)
  String begin(
      @RequestParam(defaultValue = "/") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (provider.provider().isEmpty()) {
      return "redirect:/sign-in";
    }
    URI here = URI.create(request.getRequestURL().toString());
    Outcome<Begun> begun = provider.begin(here.resolve("/"), SignInPages.local(next));
    if (!begun.isAccepted()) {
      return refused(begun.refusal().orElseThrow(), next, model, response);
    }
    keep(begun.reply().handle(), LONGEST, request, response);
    return "redirect:" + begun.reply().address();
  }

  @GetMapping(PATH + "/callback")
  String arrive(
      @CookieValue(name = COOKIE, required = false) String handle,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    keep("", Duration.ZERO, request, response);
    String query = request.getQueryString();
    Outcome<Arrived> arrived =
        provider.finish(
            handle,
            answer(request.getRequestURL().toString(), query),
            address.of(request),
            request.getHeader(HttpHeaders.USER_AGENT));
    if (!arrived.isAccepted()) {
      return refused(arrived.refusal().orElseThrow(), "/", model, response);
    }
    SignInPages.enter(request, arrived.reply().account());
    model.addAttribute("next", SignInPages.local(arrived.reply().next()));
    return "access/arrived";
  }

  private String refused(
      Refused<?> refused, String next, Model model, HttpServletResponse response) {
    boolean ours =
        switch (refused.reason()) {
          case PROVIDER_UNREACHABLE, BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED -> true;
          default -> false;
        };
    response.setStatus((ours ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN).value());
    model.addAttribute("problem", problem(refused));
    model.addAttribute("provider", provider.provider().orElse(null));
    model.addAttribute("next", SignInPages.local(next));
    return "access/sign-in";
  }

  private static String problem(Refused<?> refused) {
    Refusal reason = refused.reason();
    return switch (reason) {
      case SIGN_IN_UNKNOWN ->
          "This sign-in is too old, was used already, or was begun in another browser. Try again.";
      case PROVIDER_REFUSED -> "The provider refused the sign-in (" + refused.detail() + ").";
      case PROVIDER_UNREACHABLE -> "The provider can't be reached right now.";
      case ID_TOKEN_INVALID -> "The provider's answer can't be trusted, so nobody is signed in.";
      case CLAIM_MISSING -> "The provider did not say who you are: " + refused.detail() + ".";
      case UNKNOWN -> "There is no account for you here. Ask an administrator for one.";
      case INACTIVE -> "This account is not active.";
      default -> "Signing in isn't possible right now.";
    };
  }

  private static URI answer(String url, String query) {
    try {
      return URI.create(query == null ? url : url + "?" + query);
    } catch (IllegalArgumentException e) {
      return URI.create(url);
    }
  }

  private static void keep(
      String handle, Duration time, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, handle)
            .path(PATH)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(time)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
