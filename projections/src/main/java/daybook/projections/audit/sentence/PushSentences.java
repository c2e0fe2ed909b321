// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateDeleted;
import daybook.domain.push.PushCertificateEvent.PushCertificateKeyCreated;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushEvent.RemovalPresumed;

/** Waking devices, and the certificates that it takes. */
final class PushSentences {
  private PushSentences() {}

  static void add(Sentences to) {
    to.on(
            PushRequested.class,
            (e, t) ->
                "A push was requested"
                    + Telling.ofUser(e.channel())
                    + " ("
                    + e.reason()
                    + ")"
                    + (e.notBefore() == null
                        ? "."
                        : ", not before " + Telling.minute(e.notBefore()) + "."))
        .on(
            PushAccepted.class,
            (e, t) -> "Apple's push service took the push" + Telling.ofUser(e.channel()) + ".")
        .on(
            PushRejected.class,
            (e, t) -> "Apple's push service rejected the push: " + e.reason() + ".")
        .on(
            RemovalPresumed.class,
            (e, t) ->
                "Apple's push service says that the push token"
                    + Telling.ofUser(e.channel())
                    + " has been dead since "
                    + Telling.minute(e.since())
                    + ": management was presumably removed.")
        .on(
            PushImpossible.class,
            (e, t) ->
                "No push could be sent: there is no usable push certificate for " + e.topic() + ".")
        .on(
            PushCertificateAdded.class,
            (e, t) -> t.who() + " added the push certificate " + named(e.certificate()))
        .on(
            PushCertificateReplaced.class,
            (e, t) -> t.who() + " renewed the push certificate " + named(e.certificate()))
        .on(
            PushCertificateKeyCreated.class,
            (e, t) ->
                t.who()
                    + " made a key for the push certificate “"
                    + e.name()
                    + "”; it waits for Apple's certificate.")
        .on(
            PushCertificateDeleted.class,
            (e, t) ->
                t.who()
                    + " deleted the push certificate “"
                    + e.name()
                    + "”"
                    + (e.topic() == null ? "." : " for " + e.topic() + "."));
  }

  private static String named(PushCertificate certificate) {
    return "“"
        + certificate.name()
        + "” for "
        + certificate.topic()
        + ", valid until "
        + Telling.day(certificate.notAfter())
        + ".";
  }
}
