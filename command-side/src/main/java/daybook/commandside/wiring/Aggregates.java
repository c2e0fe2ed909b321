// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.wiring;

import daybook.commandside.access.Account;
import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.certificate.Certificate;
import daybook.commandside.certificate.CertificateAuthorities;
import daybook.commandside.enrollment.Enrollment;
import daybook.commandside.number.NumbersOfAKind;
import daybook.commandside.push.PushCertificates;
import daybook.commandside.refusal.RefusalsOfADay;
import daybook.commandside.session.AllEnrollmentConfigurations;
import daybook.commandside.session.EnrollmentSession;
import java.util.Map;

/**
 * The aggregates, by the kind of their streams. Each has a public constructor that takes the
 * stream's name, and one without arguments for reading a snapshot.
 */
public final class Aggregates {
  public static final Map<String, Class<? extends EventSourced>> TYPES =
      Map.of(
          "enrollment", Enrollment.class,
          "enrollment-session", EnrollmentSession.class,
          "enrollment-configurations", AllEnrollmentConfigurations.class,
          "certificate", Certificate.class,
          "certificate-authorities", CertificateAuthorities.class,
          "push-certificates", PushCertificates.class,
          "account", Account.class,
          "refusals", RefusalsOfADay.class,
          "numbers", NumbersOfAKind.class);

  private Aggregates() {}
}
