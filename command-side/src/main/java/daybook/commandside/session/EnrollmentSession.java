// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionEvent.CertificateIssued;
import daybook.domain.session.SessionEvent.CertificatePresented;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionEvent.ProofAccepted;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.AcceptProof;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.IssueCertificate;
import daybook.domain.session.SessionIntent.OpenProofSession;
import daybook.domain.session.SessionIntent.OpenRenewalSession;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionIntent.PresentCertificate;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import daybook.domain.session.SessionIntent.RefuseCertificate;
import daybook.domain.session.SessionState;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** From a profile that was served to the one certificate that was issued for it. */
public class EnrollmentSession extends EventSourced {
  private Opening opening;
  private Issue issue;
  private PresentedCertificate presented;
  private SessionId next;
  private String servedProfile;
  private CertificateRefused lastRefusal;

  protected EnrollmentSession() {}

  public EnrollmentSession(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<SessionState> handle(DescribeSession intent) {
    return opening == null
        ? unknown()
        : Outcome.accepted(
            opening.state(
                intent.session(), issue == null ? null : issue.certificate(), presented, next));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(OpenSession intent) {
    return open(
        new EnrollmentSessionOpened(
            intent.configuration(),
            intent.issuer(),
            intent.challengeSha256(),
            intent.serialNumber(),
            intent.expiresAt()),
        intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(OpenRenewalSession intent) {
    return open(
        new RenewalSessionOpened(
            intent.enrollment(),
            intent.configuration(),
            intent.issuer(),
            intent.replaces(),
            intent.challengeSha256(),
            intent.expiresAt()),
        intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(OpenProofSession intent) {
    return open(
        new ProofSessionOpened(
            intent.configuration(),
            intent.issuer(),
            intent.challengeSha256(),
            intent.serialNumber(),
            intent.udid(),
            intent.expiresAt()),
        intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AcceptProof intent) {
    if (opening == null || opening.purpose() != Purpose.PROOF) {
      return unknown();
    }
    if (next != null) {
      return next.equals(intent.next())
          ? Outcome.accepted()
          : Outcome.refused(Refusal.SESSION_SPENT, "the proof was accepted before");
    }
    if (!intent.now().isBefore(opening.expiresAt())) {
      return Outcome.refused(Refusal.SESSION_EXPIRED, "ended at " + opening.expiresAt());
    }
    record(new ProofAccepted(intent.next()), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordServedProfile intent) {
    if (opening == null) {
      return unknown();
    }
    if (!intent.profile().sha256().equals(servedProfile)) {
      record(new EnrollmentProfileServed(intent.profile()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<IssuedCertificate> handle(IssueCertificate intent) {
    if (opening == null) {
      return unknown();
    }
    if (!opening.issuer().equals(ScepIssuerId.OWN)) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_ISSUER, "another authority certifies for this session");
    }
    if (issue != null) {
      return issue.again(intent);
    }
    if (!intent.now().isBefore(opening.expiresAt())) {
      return Outcome.refused(Refusal.SESSION_EXPIRED, "ended at " + opening.expiresAt());
    }
    record(new CertificateIssued(intent.certificate()), intent.now());
    return Outcome.accepted(intent.certificate());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(PresentCertificate intent) {
    if (opening == null) {
      return unknown();
    }
    if (opening.issuer().equals(ScepIssuerId.OWN)) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_ISSUER, "the session is for one of our own authority");
    }
    if (presented != null) {
      return presented.isSame(intent.certificate())
          ? Outcome.accepted()
          : Outcome.refused(Refusal.SESSION_SPENT, "the session has its certificate and device");
    }
    if (!intent.now().isBefore(opening.expiresAt())) {
      return Outcome.refused(Refusal.SESSION_EXPIRED, "ended at " + opening.expiresAt());
    }
    record(new CertificatePresented(intent.certificate()), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RefuseCertificate intent) {
    if (opening == null) {
      return unknown();
    }
    CertificateRefused refused = new CertificateRefused(intent.transaction(), intent.reason());
    if (!refused.equals(lastRefusal)) {
      record(refused, intent.now());
    }
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof EnrollmentSessionOpened it) {
      opening = Opening.of(it);
    } else if (event instanceof RenewalSessionOpened it) {
      opening = Opening.of(it);
    } else if (event instanceof ProofSessionOpened it) {
      opening = Opening.of(it);
    } else if (event instanceof ProofAccepted it) {
      next = it.next();
    } else if (event instanceof EnrollmentProfileServed it) {
      servedProfile = it.profile().sha256();
    } else if (event instanceof CertificateIssued it) {
      issue = new Issue(it.certificate(), time);
    } else if (event instanceof CertificatePresented it) {
      presented = it.certificate();
    } else if (event instanceof CertificateRefused it) {
      lastRefusal = it;
    }
  }

  private Outcome<Void> open(DomainEvent opened, Instant now) {
    if (opening == null) {
      record(opened, now);
      return Outcome.accepted();
    }
    return opening.equals(Opening.by(opened))
        ? Outcome.accepted()
        : Outcome.refused(Refusal.CHALLENGE_SPENT, "the session was opened for something else");
  }

  private static <R> Outcome<R> unknown() {
    return Outcome.refused(Refusal.SESSION_UNKNOWN, "it was never opened");
  }
}
