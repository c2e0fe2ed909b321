// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

import daybook.domain.LogEntry;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.util.List;
import java.util.Map;

/** One document per API token, by the lower-case hex SHA-256 of the token. */
public final class TokenFold implements Fold<TokenView> {
  private final Handlers<TokenView> handlers =
      new Handlers<TokenView>()
          .on(
              ApiTokenIssued.class,
              (view, event, opened) -> new TokenView(opened.entry().stream().value(), event.name()))
          .on(ApiTokenRevoked.class, (view, event, opened) -> null);

  @Override
  public String name() {
    return "token";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<TokenView> document() {
    return TokenView.class;
  }

  @Override
  public Handlers<TokenView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.event() instanceof ApiTokenRevoked revoked
        ? revoked.tokenSha256()
        : ((ApiTokenIssued) entry.event()).tokenSha256();
  }

  @Override
  public List<Column> columns() {
    return List.of();
  }

  @Override
  public Map<String, Object> indexes(TokenView view) {
    return Map.of();
  }
}
