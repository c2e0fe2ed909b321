// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.command.CommandIntent.AskCommandTarget;
import daybook.domain.command.CommandIntent.CancelCommand;
import daybook.domain.command.CommandIntent.CloseOversizedReport;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.CommandTarget;
import daybook.domain.command.NextCommand;
import daybook.domain.enrollment.EnrollmentIntent.AdoptEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.ConfirmSilence;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.RenewIdentity;
import daybook.domain.enrollment.EnrollmentIntent.RevokeIdentity;
import daybook.domain.enrollment.EnrollmentIntent.ShredDevice;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.enrollment.EnrollmentIntent.Unenroll;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;
import daybook.domain.escrow.EscrowIntent.ReleaseBootstrapToken;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushIntent.AskPushTarget;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RecordPushImpossible;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.push.PushIntent.RequestPush;
import daybook.domain.retirement.RetirementIntent.RetireDevice;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * One device under management, with its users' channels, queues and escrow. Each handler has its
 * intent decided over the state by the rules of its feature, and records what they say.
 */
public class Enrollment extends EventSourced {
  private EnrollmentState state = EnrollmentState.none();

  protected Enrollment() {}

  public Enrollment(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<EnrollmentSummary> handle(DescribeEnrollment intent) {
    return Outcome.accepted(LifeRules.summary(state));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(StartEnrollment intent) {
    return recorded(intent, LifeRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AdoptEnrollment intent) {
    return recorded(intent, LifeRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RenewIdentity intent) {
    return recorded(intent, LifeRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(UpdatePushToken intent) {
    return recorded(intent, TokenRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(Unenroll intent) {
    return recorded(intent, LifeRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(DeclineUser intent) {
    return recorded(intent, DeclineRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(DeclineCheckin intent) {
    return recorded(intent, DeclineRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(BlockDevice intent) {
    return recorded(intent, BlockRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(UnblockDevice intent) {
    return recorded(intent, BlockRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ConfirmSilence intent) {
    return recorded(intent, SilenceRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ArchiveDevice intent) {
    return recorded(intent, ArchiveRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(UnarchiveDevice intent) {
    return recorded(intent, ArchiveRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RetireDevice intent) {
    return recorded(intent, RetirementRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RevokeIdentity intent) {
    return recorded(intent, RevocationRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ShredDevice intent) {
    return recorded(intent, LifeRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(EscrowBootstrapToken intent) {
    return recorded(intent, EscrowRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Optional<Long>> handle(ReleaseBootstrapToken intent) {
    return recorded(intent, EscrowRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(QueueCommand intent) {
    return recorded(intent, QueueRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CancelCommand intent) {
    return recorded(intent, QueueRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<CommandTarget> handle(AskCommandTarget intent) {
    return Outcome.accepted(state.target());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Optional<NextCommand>> handle(RecordReport intent) {
    return recorded(intent, ReportRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CloseOversizedReport intent) {
    return recorded(intent, OversizedReportRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RequestPush intent) {
    return recorded(intent, PushRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Optional<PushTarget>> handle(AskPushTarget intent) {
    return recorded(intent, PushRules.decide(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordPushAccepted intent) {
    DomainEvent event = new PushAccepted(intent.channel(), intent.apnsId());
    return recorded(intent, PushRules.outcome(state, intent.channel(), intent.request(), event));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordPushRejected intent) {
    return recorded(intent, PushRules.rejected(state, intent));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordPushImpossible intent) {
    DomainEvent event = new PushImpossible(intent.channel(), intent.topic());
    return recorded(intent, PushRules.outcome(state, intent.channel(), intent.request(), event));
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    state = state.after(event, sequence, time);
  }

  private <R> Outcome<R> recorded(Intent<R> intent, Decision<R> decision) {
    decision.events().forEach(event -> record(event, intent.now()));
    return decision.outcome();
  }
}
