// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.DescribedFields;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import java.util.List;
import java.util.Map;

/** What an operator sends to make or change an account. */
final class AccountInput implements DescribedFields {
  private static final Field<String> USERNAME =
      Field.text("username", 150).help("Can't be changed.");
  private static final Field<String> DESCRIPTION = Field.verbatim("description", 1_000);
  private static final Field<Boolean> SERVICE =
      Field.bool("is_service_account").optional().help("Can't be changed.");
  private static final Field<Boolean> ACTIVE = Field.bool("is_active").optional();
  private static final Field<List<Long>> ROLES = Field.keys("roles").optional();
  private static final Field<List<String>> PERMISSIONS =
      Field.list("permissions", Field.text("permission", 130)).optional();
  private static final Field<String> PASSWORD =
      Field.verbatim("password", 1_000).help("Never answered; absent or null: as it was.");

  @Override
  public Map<String, Object> fields() {
    return Field.describe(
        List.of(
            Field.readOnly("id", "integer"),
            USERNAME,
            DESCRIPTION,
            SERVICE,
            ACTIVE,
            ROLES,
            PERMISSIONS,
            PASSWORD,
            Field.readOnly("has_password", "boolean"),
            Field.readOnly("last_login", "datetime"),
            Field.readOnly("created_at", "datetime"),
            Field.readOnly("updated_at", "datetime")));
  }

  /**
   * Reads one that is new.
   *
   * @throws InvalidInput in the API's words
   */
  static NewAccount added(Object body, KnownPermissions known) {
    JsonFields fields = JsonFields.of(body);
    String username = fields.read(USERNAME);
    String description = fields.read(DESCRIPTION, null);
    boolean service = fields.read(SERVICE, false);
    boolean active = fields.read(ACTIVE, true);
    List<Long> roles = fields.read(ROLES, List.of());
    List<String> permissions = fields.read(PERMISSIONS, List.of());
    String password = fields.read(PASSWORD, null);
    fields.check();
    if (service && roles.contains(Role.ADMINISTRATOR)) {
      throw InvalidInput.of("roles", "A service account can't be an administrator.");
    }
    return new NewAccount(
        username,
        password == null || password.isEmpty() ? null : password,
        roles.contains(Role.ADMINISTRATOR),
        service,
        active,
        known.read(permissions),
        description,
        made(roles));
  }

  /**
   * Reads what a present one is to be.
   *
   * @throws InvalidInput in the API's words
   */
  static AccountChange changed(Object body, AccountEntry present, KnownPermissions known) {
    JsonFields fields = JsonFields.of(body);
    String username = fields.read(USERNAME);
    String description = fields.read(DESCRIPTION, null);
    boolean service = fields.read(SERVICE, present.state().service());
    boolean active = fields.read(ACTIVE, true);
    List<Long> roles = fields.read(ROLES, List.of());
    List<String> permissions = fields.read(PERMISSIONS, List.of());
    String password = fields.read(PASSWORD, null);
    if (username != null && !username.equals(present.username())) {
      fields.refuse(USERNAME, "This can't be changed: make another account.");
    }
    if (service != present.state().service()) {
      fields.refuse(SERVICE, "This can't be changed: make another account.");
    }
    fields.check();
    List<Permission> own = known.read(permissions);
    return new AccountChange(
        description,
        active,
        roles.contains(Role.ADMINISTRATOR),
        made(roles),
        own,
        password == null || password.isEmpty() ? null : password);
  }

  private static List<Long> made(List<Long> roles) {
    return roles.stream().filter(role -> role != Role.ADMINISTRATOR).sorted().toList();
  }
}
