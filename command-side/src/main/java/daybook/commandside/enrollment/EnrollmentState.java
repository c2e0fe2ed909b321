// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Personal;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;

/**
 * All that decisions about an enrollment need; bounded, however long the stream is.
 *
 * @param archived whether lists leave it out
 * @param facts the fingerprint of the device's last answer to DeviceInformation, or null
 */
record EnrollmentState(
    LifeCycle life,
    Channels channels,
    ClosedCommands closed,
    Escrow escrow,
    SelfCaused selfCaused,
    String facts,
    Block block,
    Retirement retirement,
    boolean archived,
    Silence silence,
    DeviceGroups groups,
    CommandTarget target) {

  EnrollmentState {
    target = target == null ? CommandTarget.unknown() : target;
    silence = silence == null ? Silence.none() : silence;
    block = block == null ? Block.none() : block;
    retirement = retirement == null ? Retirement.none() : retirement;
    groups = groups == null ? DeviceGroups.NONE : groups;
  }

  static EnrollmentState none() {
    return new EnrollmentState(
        LifeCycle.none(),
        Channels.none(),
        ClosedCommands.none(),
        Escrow.none(),
        SelfCaused.none(),
        null,
        Block.none(),
        Retirement.none(),
        false,
        Silence.none(),
        DeviceGroups.NONE,
        CommandTarget.unknown());
  }

  EnrollmentState after(DomainEvent event, long sequence, Instant time) {
    return new EnrollmentState(
        life.after(event),
        channels.after(event, sequence, time),
        closed.after(event, channels),
        escrow.after(event, sequence),
        selfCaused.after(event, belongsToKnown(event), time),
        factsAfter(event),
        block.after(event, time),
        retirement.after(event, time),
        ArchiveRules.archivedAfter(archived, event),
        silence.after(event, time),
        event instanceof DeviceGrouped it ? new DeviceGroups(it.businessUnit(), it.tags()) : groups,
        Target.after(target, event));
  }

  ChannelState channel(Channel channel) {
    return channels.of(channel);
  }

  /** Whether a command of this id waits, is out, or has ended not long ago. */
  boolean knows(CommandId id) {
    return closed.find(id).isPresent()
        || channels.all().values().stream().anyMatch(channel -> channel.queue().knows(id));
  }

  /** Whether the device has told the same the last time. */
  boolean hasHeard(Personal answers) {
    return facts != null && answers != null && facts.equals(answers.sealed().f());
  }

  private boolean belongsToKnown(DomainEvent event) {
    return event instanceof ReportPartRecorded part
        && part.command() != null
        && knows(part.command());
  }

  private String factsAfter(DomainEvent event) {
    if (event instanceof DeviceInformationReported it && it.channel().isDevice()) {
      Personal answers = it.facts().answers();
      return answers == null ? null : answers.sealed().f();
    }
    boolean forgets =
        event instanceof EnrollmentStarted
            || event instanceof EnrollmentAdopted
            || event instanceof DeviceShredded;
    return forgets ? null : facts;
  }
}
