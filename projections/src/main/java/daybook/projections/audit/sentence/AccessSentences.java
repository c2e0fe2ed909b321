// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountChanged;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.domain.access.AccountEvent.ApiTokenUsed;
import daybook.domain.access.AccountEvent.PasswordChanged;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.Permission;
import daybook.domain.access.RegisterEvent.AccountRegistered;
import daybook.domain.access.RegisterEvent.AdministratorCounted;
import daybook.domain.access.RegisterEvent.AdministratorDiscounted;
import daybook.domain.access.RoleEvent.RoleChanged;
import daybook.domain.access.RoleEvent.RoleCreated;
import daybook.domain.access.RoleEvent.RoleDeleted;
import daybook.domain.number.NumberEvent.NumbersReserved;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.refusal.RefusalEvent.RequestsRefused;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts, refusals, and the server's own book-keeping. */
final class AccessSentences {
  private AccessSentences() {}

  static void add(Sentences to) {
    to.on(AccountCreated.class, AccessSentences::created)
        .on(
            ApiTokenIssued.class,
            (e, t) ->
                t.who()
                    + " issued the API token “"
                    + e.name()
                    + "” of "
                    + t.account()
                    + (e.expiresAt() == null
                        ? "."
                        : ", until " + Telling.minute(e.expiresAt()) + "."))
        .on(
            ApiTokenUsed.class,
            (e, t) ->
                "The API token “%s” of %s was used, for the first time that day."
                    .formatted(e.name(), t.account()))
        .on(AccountChanged.class, AccessSentences::changed)
        .on(
            PasswordChanged.class,
            (e, t) ->
                t.who()
                    + (e.password() == null ? " took away" : " set anew")
                    + " the password of "
                    + t.account()
                    + ".")
        .on(
            AccountRegistered.class,
            (e, t) ->
                "The number "
                    + e.number()
                    + " was given to "
                    + t.account(e.account().value())
                    + ".")
        .on(
            AdministratorCounted.class,
            (e, t) ->
                "Daybook counts "
                    + t.account(e.account().value())
                    + " among the active administrators.")
        .on(
            AdministratorDiscounted.class,
            (e, t) ->
                "Daybook no longer counts "
                    + t.account(e.account().value())
                    + " among the active administrators.")
        .on(
            RoleCreated.class,
            (e, t) -> t.who() + " made the role “" + e.name() + "”: " + may(e.permissions()) + ".")
        .on(
            RoleChanged.class,
            (e, t) ->
                t.who() + " changed the role “" + e.name() + "”: " + may(e.permissions()) + ".")
        .on(RoleDeleted.class, (e, t) -> t.who() + " deleted the role “" + e.name() + "”.")
        .on(
            ApiTokenRevoked.class,
            (e, t) ->
                "%s revoked the API token “%s” of %s.".formatted(t.who(), e.name(), t.account()))
        .on(AccountActivated.class, (e, t) -> t.who() + " let " + t.account() + " in again.")
        .on(AccountDeactivated.class, (e, t) -> t.who() + " shut " + t.account() + " out.")
        .on(
            SignedIn.class,
            (e, t) ->
                t.who() + " signed in" + (e.provider() == null ? "." : " by " + e.provider() + "."))
        .on(
            RequestRefused.class,
            (e, t) ->
                "A request at "
                    + e.door()
                    + " was refused: "
                    + Telling.words(e.reason())
                    + (e.detail() == null || e.detail().isEmpty() ? "" : " (" + e.detail() + ")")
                    + (e.account() == null ? "." : ", of " + t.account(e.account().value()) + "."))
        .on(
            RequestsRefused.class,
            (e, t) ->
                e.count()
                    + " requests at "
                    + e.door()
                    + " were refused: "
                    + Telling.words(e.reason())
                    + ".")
        .on(
            NumbersReserved.class,
            (e, t) ->
                "The numbers "
                    + e.first()
                    + " to "
                    + (e.first() + e.count() - 1)
                    + " of "
                    + t.streamId()
                    + " were reserved.");
  }

  private static String changed(AccountChanged event, Telling telling) {
    return telling.who()
        + " changed "
        + telling.account()
        + ": "
        + (event.administrator() ? "an administrator" : may(event.permissions()))
        + (event.roles() == null || event.roles().isEmpty()
            ? "."
            : ", roles "
                + event.roles().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ".");
  }

  private static String may(List<Permission> permissions) {
    return permissions == null || permissions.isEmpty()
        ? "no permissions"
        : permissions.stream().map(Permission::value).collect(Collectors.joining(", "));
  }

  private static String created(AccountCreated event, Telling telling) {
    String kind = event.service() ? "service account" : "account";
    return telling.who()
        + " made the "
        + kind
        + " "
        + (event.username() == null ? "without a name" : telling.quoted(event.username()))
        + (event.administrator() ? ", an administrator" : "")
        + (event.active() ? "." : ", inactive.");
  }
}
