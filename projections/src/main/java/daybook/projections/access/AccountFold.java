// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent;
import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountChanged;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.Permission;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One document per account. */
public final class AccountFold implements Fold<AccountView> {
  private final Handlers<AccountView> handlers =
      new Handlers<AccountView>()
          .on(AccountCreated.class, AccountFold::created)
          .on(AccountChanged.class, AccountFold::changed)
          .on(SignedIn.class, known((view, opened) -> view.signedInAt(opened.time())))
          .on(AccountActivated.class, known((view, opened) -> view.active(true)))
          .on(AccountDeactivated.class, known((view, opened) -> view.active(false)));

  @Override
  public String name() {
    return "account";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public Class<AccountView> document() {
    return AccountView.class;
  }

  @Override
  public Handlers<AccountView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().value();
  }

  @Override
  public Optional<StreamId> stream(String key) {
    return Optional.of(new StreamId(key));
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.text("username"));
  }

  @Override
  public Map<String, Object> indexes(AccountView view) {
    Map<String, Object> values = new HashMap<>();
    values.put("username", view.username());
    return values;
  }

  private static AccountView created(AccountView view, AccountCreated event, OpenedEvent opened) {
    return new AccountView(
        opened.entry().stream().id(),
        opened.text(event.username()),
        event.administrator(),
        event.service(),
        event.active(),
        names(event.permissions()),
        opened.time(),
        view == null ? null : view.signedInAt());
  }

  private static AccountView changed(AccountView view, AccountChanged event, OpenedEvent opened) {
    return view == null ? null : view.holding(event.administrator(), names(event.permissions()));
  }

  private static List<String> names(List<Permission> permissions) {
    return permissions == null ? List.of() : permissions.stream().map(Permission::value).toList();
  }

  /** A change to an account that is there. */
  private static <E extends AccountEvent> Handlers.Handler<AccountView, E> known(
      BiFunction<AccountView, OpenedEvent, AccountView> change) {
    return (view, event, opened) -> view == null ? null : change.apply(view, opened);
  }
}
