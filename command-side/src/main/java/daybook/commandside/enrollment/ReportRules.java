// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.NextCommand;
import daybook.domain.command.Report;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentSummary.State;
import java.util.Optional;

/** What follows from a device's report. */
final class ReportRules {
  private ReportRules() {}

  static Decision<Optional<NextCommand>> decide(EnrollmentState state, RecordReport intent) {
    Meaning meaning = Meaning.of(state, intent.channel(), intent.report());
    return gate(state, intent, meaning)
        .sealedAnew()
        .unhurriedUnless(meaning.is(Meaning.Kind.ANSWER), intent.hourlyEvents())
        .then(
            () -> {
              Optional<String> name = meaning.sealAgainFor(intent.channel(), intent.report());
              return name.isPresent()
                  ? Decision.refused(Refusal.SEALED_FOR_ANOTHER_EVENT, name.get())
                  : turn(state, intent, meaning);
            });
  }

  /** A word on a command that was given up is heard even if it comes after the CheckOut. */
  private static Gate<Optional<NextCommand>> gate(
      EnrollmentState state, RecordReport intent, Meaning meaning) {
    Gate<Optional<NextCommand>> gate = Gate.of(state, intent);
    return isOvertaken(state, meaning)
        ? gate.pinnedThoughGone(intent.certificate())
        : gate.pinned(intent.certificate());
  }

  private static boolean isOvertaken(EnrollmentState state, Meaning meaning) {
    return state.life().is(State.UNENROLLED) && meaning.is(Meaning.Kind.LATE);
  }

  private static Decision<Optional<NextCommand>> turn(
      EnrollmentState state, RecordReport intent, Meaning meaning) {
    Report report = intent.report();
    Session session = new Session(state, intent);
    if (isOvertaken(state, meaning)) {
      record(session.steps(), intent, meaning);
      return session.steps().accepted(Optional.empty());
    }
    boolean idle = meaning.is(Meaning.Kind.IDLE);
    if (idle && session.rests()) {
      return session.ends(report.status());
    }
    if (idle || (session.unknown() && !meaning.is(Meaning.Kind.REPEATED))) {
      session.begin();
    }
    record(session.steps(), intent, meaning);
    return session.goOn(report.status(), meaning.isDoubtful());
  }

  private static void record(Steps steps, RecordReport intent, Meaning meaning) {
    meaning
        .event(intent.channel(), intent.report())
        .ifPresent(event -> record(steps, intent, meaning, event));
  }

  private static void record(Steps steps, RecordReport intent, Meaning meaning, DomainEvent event) {
    Channel channel = intent.channel();
    Report report = intent.report();
    int of = report.parts().size();
    for (int i = 0; i < of; i++) {
      steps.then(
          new ReportPartRecorded(channel, meaning.command(), i + 1, of, report.parts().get(i)));
    }
    steps.then(event);
    RetirementRules.ended(steps, event);
    if (channel.isDevice() && report.facts() != null && meaning.tellsFacts(report)) {
      boolean heard = steps.state().hasHeard(report.facts().answers());
      steps.then(
          heard
              ? new DeviceInformationUnchanged(channel, report.command())
              : new DeviceInformationReported(channel, report.command(), report.facts()));
    }
  }
}
