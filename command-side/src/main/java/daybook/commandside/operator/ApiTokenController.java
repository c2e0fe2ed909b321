// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Requires;
import daybook.domain.access.TokenDesk;
import daybook.domain.access.TokenDesk.Issued;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API tokens: issued, listed without their secret, revoked. */
@RestController
class ApiTokenController {
  private static final String LIST = "/api/accounts/api_tokens/";
  private static final String ONE = LIST + "{id}/";
  private static final Resource TOKEN = new Resource("api token", "APIToken", null);

  private final AccountDesk accounts;
  private final TokenDesk tokens;
  private final Desk desk;

  ApiTokenController(AccountDesk accounts, TokenDesk tokens, Desk desk) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.desk = desk;
  }

  @GetMapping(LIST)
  @Requires(
      value = "accounts.view_apitoken",
      name = "API Token List",
      description = "List all API tokens, those of one user, or create one.")
  Page<ApiTokenAnswer> list(HttpServletRequest request) {
    String user = request.getParameter("user");
    List<ApiTokenAnswer> wanted =
        accounts.all().stream()
            .filter(it -> user == null || user.isEmpty() || user.equals(Long.toString(it.number())))
            .flatMap(
                it ->
                    it.tokens().stream().map(token -> ApiTokenAnswer.of(it.number(), token, null)))
            .toList();
    return Page.of(wanted, request);
  }

  @GetMapping(ONE)
  @Requires(value = "accounts.view_apitoken", name = "API Token Detail")
  ApiTokenAnswer get(@PathVariable("id") UUID id) {
    AccountEntry owner = owner(id);
    return ApiTokenAnswer.of(owner.number(), owner.token(id.toString()), null);
  }

  @PostMapping(LIST)
  @Requires(value = "accounts.add_apitoken", name = "API Token List", fields = ApiTokenInput.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    ApiTokenInput.Given given = ApiTokenInput.read(body);
    Outcome<Issued> issued =
        tokens.issue(
            given.user(),
            given.name(),
            given.expiry(),
            desk.account(request),
            desk.origin(request));
    if (issued.refusal().filter(no -> no.reason() == Refusal.UNKNOWN).isPresent()) {
      throw InvalidInput.of(
          "user", "Invalid pk \"%d\" - object does not exist.".formatted(given.user()));
    }
    return desk.answer(
        issued, TOKEN, HttpStatus.CREATED, () -> issued(given.user(), issued.reply()));
  }

  @DeleteMapping(ONE)
  @Requires(value = "accounts.delete_apitoken", name = "API Token Detail")
  ResponseEntity<Object> revoke(@PathVariable("id") UUID id, HttpServletRequest request) {
    return desk.gone(tokens.revoke(owner(id).number(), id.toString(), desk.origin(request)), TOKEN);
  }

  private ApiTokenAnswer issued(long user, Issued issued) {
    return accounts
        .find(user)
        .map(owner -> owner.token(issued.token()))
        .map(token -> ApiTokenAnswer.of(user, token, issued.secret()))
        .orElseThrow(TOKEN::noSuch);
  }

  private AccountEntry owner(UUID id) {
    return accounts.all().stream()
        .filter(it -> it.token(id.toString()) != null)
        .findFirst()
        .orElseThrow(TOKEN::noSuch);
  }
}
