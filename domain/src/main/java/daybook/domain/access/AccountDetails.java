// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Personal;
import java.time.Instant;
import java.util.List;

/**
 * All that people are shown of an account, its words still sealed.
 *
 * @param state with its own permissions alone
 * @param username sealed for {@code AccountCreated}
 * @param description may be null
 * @param describedIn the stored name of the event for which the description was sealed
 * @param hasPassword whether it can sign in with one
 * @param changedAt when it was made or last changed
 * @param signedInAt when it last signed in to the pages, or null
 */
public record AccountDetails(
    AccountState state,
    Personal username,
    Personal description,
    String describedIn,
    boolean hasPassword,
    Instant createdAt,
    Instant changedAt,
    Instant signedInAt,
    List<ApiToken> tokens) {}
