// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.Delivery;
import daybook.domain.command.RenewalCommand;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device whose certificate has ended. */
class ExpiredIdentityTest {
  private static final Instant END = at(50);

  private final Device mac = Device.aMac();

  @Test
  void itGetsTheCommandThatRenewsItAndNoOther() {
    enrolled()
        .given(mac.gets(20, "lock"), renewal())
        .when(mac.idlesAfterTheEnd(100, END))
        .records(
            new DeviceConnected(Channel.DEVICE),
            new ExpiredIdentityAdmitted("c1", END),
            new CommandDelivered(
                Channel.DEVICE, new CommandId("renewal"), RenewalCommand.REQUEST_TYPE, 1));
  }

  @Test
  void withoutSuchACommandItGetsNothingAndComesOftenWithoutATrace() {
    enrolled()
        .given(mac.gets(20, "lock"))
        .when(mac.idlesAfterTheEnd(100, END))
        .records(new DeviceConnected(Channel.DEVICE), new ExpiredIdentityAdmitted("c1", END))
        .answers(Optional.empty());
    enrolled()
        .given(mac.gets(20, "lock"), mac.idlesAfterTheEnd(100, END))
        .when(mac.idlesAfterTheEnd(130, END))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void whatIsHeldGoesOutOnceTheIdentityIsRenewed() {
    enrolled()
        .given(mac.gets(20, "lock"), mac.idlesAfterTheEnd(100, END))
        .given(mac.with("c2").renews(110))
        .when(mac.with("c2").idles(120))
        .recordsTypes(DeviceConnected.class, CommandDelivered.class);
  }

  @Test
  void aCommandThatWasOutIsNotOfferedAgain() {
    enrolled()
        .given(mac.gets(20, "lock"), mac.idles(40))
        .when(mac.idlesAfterTheEnd(110, END))
        .recordsTypes(DeviceConnected.class, ExpiredIdentityAdmitted.class)
        .answers(Optional.empty());
  }

  private Story<Enrollment> enrolled() {
    return Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));
  }

  private QueueCommand renewal() {
    return new QueueCommand(
        mac.id(),
        at(21),
        Channel.DEVICE,
        new CommandId("renewal"),
        RenewalCommand.NAME,
        RenewalCommand.REQUEST_TYPE,
        Delivery.REPEAT,
        "WhenIdentityEndsThenRenewIt",
        null,
        null,
        0,
        Map.of(),
        false,
        mac.secret("payload"));
  }
}
