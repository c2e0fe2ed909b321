// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import java.time.Instant;
import java.util.List;

/** Groups that stay as they are: the business unit 1, and the tags 1 to 3. */
record FixedGroups<T>(List<T> all) implements GroupDesk<T> {
  /** Who asks for them. */
  static final AccountState ACCOUNT =
      new AccountState(new AccountId("1"), false, false, true, List.of());

  static DeviceGroupsNow now() {
    Instant made = Instant.parse("2026-01-01T00:00:00Z");
    return new DeviceGroupsNow(
        new FixedGroups<>(List.of(new BusinessUnit(1, "Berlin", false, made, made))),
        new FixedGroups<>(List.of(tag(1), tag(2), tag(3))));
  }

  private static Tag tag(long number) {
    return new Tag(number, "tag " + number, "0079bf", null);
  }

  @Override
  public List<T> all(Origin asking) {
    return all;
  }

  @Override
  public Outcome<Long> add(Object fields, Origin origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome<Void> change(long number, Object fields, Origin origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome<Void> remove(long number, Origin origin) {
    throw new UnsupportedOperationException();
  }
}
