// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.number.NumberEvent.NumbersReserved;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.refusal.RefusalEvent.RequestsRefused;

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
                    + "”"
                    + (e.expiresAt() == null
                        ? "."
                        : ", until " + Telling.minute(e.expiresAt()) + "."))
        .on(ApiTokenRevoked.class, (e, t) -> t.who() + " revoked the API token “" + e.name() + "”.")
        .on(AccountActivated.class, (e, t) -> t.who() + " let the account in again.")
        .on(AccountDeactivated.class, (e, t) -> t.who() + " shut the account out.")
        .on(SignedIn.class, (e, t) -> t.who() + " signed in.")
        .on(
            RequestRefused.class,
            (e, t) ->
                "A request at "
                    + e.door()
                    + " was refused: "
                    + Telling.words(e.reason())
                    + (e.detail() == null || e.detail().isEmpty() ? "." : " (" + e.detail() + ")."))
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
