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
import java.util.Optional;

/** What follows from a device's report. */
final class ReportRules {
  private ReportRules() {}

  static Decision<Optional<NextCommand>> decide(EnrollmentState state, RecordReport intent) {
    Meaning meaning = Meaning.of(state, intent.channel(), intent.report());
    return Gate.of(state, intent)
        .pinned(intent.certificate())
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

  private static Decision<Optional<NextCommand>> turn(
      EnrollmentState state, RecordReport intent, Meaning meaning) {
    Report report = intent.report();
    Session session = new Session(state, intent);
    boolean idle = meaning.is(Meaning.Kind.IDLE);
    if (idle && session.rests()) {
      return session.ends(report.status());
    }
    if (idle || (session.unknown() && !meaning.is(Meaning.Kind.REPEATED))) {
      session.begin();
    }
    meaning
        .event(intent.channel(), report)
        .ifPresent(event -> record(session.steps(), intent, meaning, event));
    return session.goOn(report.status());
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
    if (channel.isDevice() && report.facts() != null && meaning.tellsFacts(report)) {
      boolean heard = steps.state().hasHeard(report.facts().answers());
      steps.then(
          heard
              ? new DeviceInformationUnchanged(channel, report.command())
              : new DeviceInformationReported(channel, report.command(), report.facts()));
    }
  }
}
