// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerAdded;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerChanged;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerRemoved;

/** Where devices get their certificates. */
final class IssuerSentences {
  private IssuerSentences() {}

  static void add(Sentences to) {
    to.on(
            ScepIssuerAdded.class,
            (e, t) ->
                t.who()
                    + " added the SCEP issuer “"
                    + e.issuer().name()
                    + "” at "
                    + e.issuer().url()
                    + ".")
        .on(
            ScepIssuerChanged.class,
            (e, t) ->
                t.who()
                    + " changed the SCEP issuer “"
                    + e.issuer().name()
                    + "” at "
                    + e.issuer().url()
                    + "; it is version "
                    + e.issuer().version()
                    + ".")
        .on(
            ScepIssuerRemoved.class,
            (e, t) -> t.who() + " removed the SCEP issuer " + e.issuer().value() + ".");
  }
}
