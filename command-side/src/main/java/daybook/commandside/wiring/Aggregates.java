// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.wiring;

import daybook.commandside.access.Account;
import daybook.commandside.access.AccountRegister;
import daybook.commandside.access.Roles;
import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.certificate.Certificate;
import daybook.commandside.certificate.CertificateAuthorities;
import daybook.commandside.enrollment.Enrollment;
import daybook.commandside.group.BusinessUnits;
import daybook.commandside.group.Tags;
import daybook.commandside.issuer.ScepIssuers;
import daybook.commandside.number.NumbersOfAKind;
import daybook.commandside.push.PushCertificates;
import daybook.commandside.refusal.RefusalsOfADay;
import daybook.commandside.restore.Restores;
import daybook.commandside.session.AllEnrollmentConfigurations;
import daybook.commandside.session.EnrollmentSession;
import java.util.Map;

/**
 * The aggregates, by the kind of their streams. Each has a public constructor that takes the
 * stream's name, and one without arguments for reading a snapshot.
 */
public final class Aggregates {
  public static final Map<String, Class<? extends EventSourced>> TYPES =
      Map.ofEntries(
          Map.entry("enrollment", Enrollment.class),
          Map.entry("enrollment-session", EnrollmentSession.class),
          Map.entry("enrollment-configurations", AllEnrollmentConfigurations.class),
          Map.entry("business-units", BusinessUnits.class),
          Map.entry("tags", Tags.class),
          Map.entry("restores", Restores.class),
          Map.entry("scep-issuers", ScepIssuers.class),
          Map.entry("certificate", Certificate.class),
          Map.entry("certificate-authorities", CertificateAuthorities.class),
          Map.entry("push-certificates", PushCertificates.class),
          Map.entry("account", Account.class),
          Map.entry("accounts", AccountRegister.class),
          Map.entry("roles", Roles.class),
          Map.entry("refusals", RefusalsOfADay.class),
          Map.entry("numbers", NumbersOfAKind.class));

  private Aggregates() {}
}
