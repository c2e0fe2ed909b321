// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.certificate.CertificateEvent.StrayCertificateAdopted;
import daybook.domain.certificate.CertificateEvent.StrayCertificateSeen;
import daybook.domain.certificate.CertificateIntent.AdoptStray;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.NoteStray;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** One identity certificate: from which session it comes, and the one enrollment that uses it. */
public class Certificate extends EventSourced {
  private static final Duration NOTED_FOR = Duration.ofHours(1);

  private CertificateState state = new CertificateState(null, null, null, null);
  private boolean registered;

  /** Which device it last said to be while nothing else was known of it, and when; or null. */
  private EnrollmentId stray;

  private Instant straySeen;

  protected Certificate() {}

  public Certificate(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<CertificateState> handle(DescribeCertificate intent) {
    return Outcome.accepted(state);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RegisterCertificate intent) {
    if (!registered) {
      record(
          new CertificateRegistered(
              intent.session(),
              intent.configuration(),
              intent.renews(),
              intent.notBefore(),
              intent.notAfter()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(BindCertificate intent) {
    EnrollmentId enrollment = intent.enrollment();
    if (isOfAnother(enrollment)) {
      return Outcome.refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE, "not of " + enrollment.value());
    }
    if (state.boundTo() == null) {
      record(new CertificateBound(enrollment), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(NoteStray intent) {
    boolean known = registered || state.boundTo() != null;
    boolean noted =
        intent.enrollment().equals(stray) && intent.now().isBefore(straySeen.plus(NOTED_FOR));
    if (!known && !noted) {
      record(
          new StrayCertificateSeen(
              intent.enrollment(),
              intent.subject(),
              intent.issuer(),
              intent.notBefore(),
              intent.notAfter(),
              intent.door()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AdoptStray intent) {
    EnrollmentId enrollment = intent.enrollment();
    if (state.adopted() && enrollment.equals(state.boundTo())) {
      return Outcome.accepted();
    }
    if (stray == null || registered) {
      return Outcome.refused(Refusal.UNKNOWN, "it is no stray");
    }
    if (!stray.equals(enrollment) || isOfAnother(enrollment)) {
      return Outcome.refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE, "not of " + enrollment.value());
    }
    record(new StrayCertificateAdopted(enrollment), intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof CertificateRegistered it) {
      registered = true;
      state = new CertificateState(it.session(), it.configuration(), it.renews(), state.boundTo());
    } else if (event instanceof CertificateBound it) {
      state =
          new CertificateState(
              state.session(), state.configuration(), state.renews(), it.enrollment());
    } else if (event instanceof StrayCertificateSeen it) {
      stray = it.enrollment();
      straySeen = time;
    } else if (event instanceof StrayCertificateAdopted it) {
      state = new CertificateState(null, null, null, it.enrollment(), true);
    }
  }

  /** Bound already, or issued to renew the identity of another enrollment. */
  private boolean isOfAnother(EnrollmentId enrollment) {
    EnrollmentId owner = state.boundTo() == null ? state.renews() : state.boundTo();
    return owner != null && !owner.equals(enrollment);
  }
}
