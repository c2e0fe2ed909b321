// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.StreamId;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an event is about, and what it tells of whom other things belong to. A session or a
 * certificate is about a device that may be known only later; then a link leads to it.
 */
final class About {
  private static final String CERTIFICATE = "certificate";

  private About() {}

  /** The enrollment, session or certificate that an event is about, or null. */
  static StreamId of(LogEntry entry) {
    DomainEvent event = entry.event();
    if (event instanceof EnrollmentSessionAdmitted admitted) {
      return admitted.session().stream();
    }
    if (event instanceof EnrollmentReserved reserved) {
      return reserved.session().stream();
    }
    if (event instanceof CertificateRegistered registered && registered.session() != null) {
      return registered.session().stream();
    }
    if (event instanceof RequestRefused refused) {
      return StreamId.isId(refused.certificate()) ? certificate(refused.certificate()) : null;
    }
    return switch (entry.stream().kind()) {
      case "enrollment", "enrollment-session", CERTIFICATE -> entry.stream();
      default -> null;
    };
  }

  /** Sessions and certificates that belong to a device, by what the event tells. */
  static Map<StreamId, StreamId> links(LogEntry entry) {
    Map<StreamId, StreamId> links = new LinkedHashMap<>();
    DomainEvent event = entry.event();
    if (event instanceof EnrollmentStarted started) {
      belongs(started.certificate(), entry.stream(), links);
    } else if (event instanceof EnrollmentAdopted adopted) {
      belongs(adopted.certificate(), entry.stream(), links);
    } else if (event instanceof IdentityRenewed renewed) {
      belongs(renewed.certificate(), entry.stream(), links);
    } else if (event instanceof CertificateBound bound) {
      links.put(entry.stream(), bound.enrollment().stream());
    } else if (event instanceof RenewalSessionOpened opened) {
      links.put(entry.stream(), opened.enrollment().stream());
    } else if (event instanceof ProofSessionOpened opened) {
      links.put(entry.stream(), EnrollmentId.ofUdid(opened.udid()).stream());
    }
    return links;
  }

  private static void belongs(
      DeviceCertificate certificate, StreamId device, Map<StreamId, StreamId> links) {
    links.put(certificate(certificate.sha256()), device);
    if (StreamId.isId(certificate.session())) {
      links.put(new SessionId(certificate.session()).stream(), device);
    }
  }

  private static StreamId certificate(String sha256) {
    return StreamId.of(CERTIFICATE, sha256);
  }
}
