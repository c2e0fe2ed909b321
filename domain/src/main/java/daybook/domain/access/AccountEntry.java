// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An account as people are shown it.
 *
 * @param state with its own permissions alone
 * @param username null when erased
 * @param description may be null
 * @param signedInAt when it last signed in to the pages, or null
 */
public record AccountEntry(
    long number,
    AccountState state,
    String username,
    String description,
    boolean hasPassword,
    Instant createdAt,
    Instant changedAt,
    Instant signedInAt,
    List<ApiToken> tokens) {

  /** The numbers of its roles, the built-in one of administrators among them. */
  public List<Long> allRoles() {
    return Stream.concat(
            LongStream.of(Role.ADMINISTRATOR).boxed().filter(it -> state.administrator()),
            state.roles().stream())
        .toList();
  }

  /** When it was last seen, at the pages or by one of its tokens; or null. */
  public Instant usedAt() {
    return Stream.concat(Stream.ofNullable(signedInAt), tokens.stream().map(ApiToken::usedAt))
        .filter(java.util.Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  public ApiToken token(String id) {
    return tokens.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
  }
}
