// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.domain.Origin;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NewAccount;
import daybook.projections.access.AccountViews;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Accounts of operators and their API tokens. */
final class AccountControls {
  private final Accounts accounts;
  private final AccountTokens tokens;
  private final KnownPermissions permissions;
  private final AccountViews views;
  private final Supplier<Origin> origins;

  AccountControls(
      Accounts accounts,
      AccountTokens tokens,
      KnownPermissions permissions,
      AccountViews views,
      Supplier<Origin> origins) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.permissions = permissions;
    this.views = views;
    this.origins = origins;
  }

  Map<String, Control> all() {
    return Map.of(
        "accounts", (asked, progress) -> views.all(),
        "accounts/create", this::create,
        "accounts/token", this::token,
        "accounts/revoke", this::revoke,
        "accounts/active", this::active);
  }

  private Object create(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    NewAccount account =
        new NewAccount(
            asked.required("username"),
            asked.text("password").orElse(null),
            asked.flag("administrator", false),
            asked.flag("service", false),
            asked.flag("active", true),
            permissions.read(asked.texts("permissions")));
    Origin origin = origins.get();
    AccountId id = ControlRefused.reply(accounts.create(account, origin));
    AccountState state =
        new AccountState(
            id,
            account.administrator(),
            account.service(),
            account.active(),
            account.permissions());
    return issued(account.username(), state, asked, origin);
  }

  private Object token(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    String username = asked.required("username");
    Origin origin = origins.get();
    AccountState account = found(asked, origin);
    return issued(username, account, asked, origin);
  }

  private Object revoke(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    Origin origin = origins.get();
    AccountState account = found(asked, origin);
    String name = asked.flag("all", false) ? null : asked.required("token_name");
    int count = ControlRefused.reply(tokens.revokeNamed(account.account(), name, origin));
    return Map.of("id", account.account(), "revoked", count);
  }

  private Object active(JsonNode json, Consumer<Object> progress) {
    Asked asked = new Asked(json);
    Origin origin = origins.get();
    AccountState account = found(asked, origin);
    boolean active = asked.flag("active", true);
    ControlRefused.reply(accounts.setActive(account.account(), active, origin));
    return Map.of("id", account.account(), "active", active);
  }

  private AccountState found(Asked asked, Origin origin) {
    return ControlRefused.reply(accounts.find(asked.required("username"), origin));
  }

  private Map<String, Object> issued(
      String username, AccountState account, Asked asked, Origin origin) {
    String token =
        ControlRefused.reply(
            tokens.issue(
                account,
                asked.text("token_name").orElse("command line"),
                asked.time("token_expiry").orElse(null),
                origin));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", account.account());
    result.put("username", username);
    result.put("administrator", account.administrator());
    result.put("service", account.service());
    result.put("active", account.active());
    result.put("permissions", account.permissions());
    result.put("api_token", token);
    result.put("token_expiry", asked.time("token_expiry").orElse(null));
    return result;
  }
}
