// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentEvent.DeviceArchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnarchived;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import org.junit.jupiter.api.Test;

/** An archived device is out of the lists until an operator or the device itself brings it back. */
class ArchiveTest {
  private final Device mac = aMac();

  private Story<Enrollment> enrolled() {
    return Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));
  }

  private ArchiveDevice archives(long seconds) {
    return new ArchiveDevice(mac.id(), at(seconds));
  }

  private UnarchiveDevice unarchives(long seconds) {
    return new UnarchiveDevice(mac.id(), at(seconds));
  }

  private Story<Enrollment> archived() {
    return enrolled().given(archives(20));
  }

  @Test
  void aDeviceIsArchivedAndBroughtBackOnce() {
    enrolled().when(archives(20)).records(new DeviceArchived()).accepted();
    archived().when(archives(21)).recordsNothing().refused(Refusal.ALREADY_ARCHIVED);
    archived().when(unarchives(22)).records(new DeviceUnarchived()).accepted();
    archived()
        .given(unarchives(22))
        .when(unarchives(23))
        .recordsNothing()
        .refused(Refusal.NOT_ARCHIVED);
  }

  @Test
  void whatIsNotKnownIsNotArchived() {
    Story.of(Enrollment.class).when(archives(20)).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void aDeviceThatComesAgainIsBackThoughItCameAMomentAgo() {
    enrolled()
        .given(mac.idles(19), archives(20), mac.idles(21))
        .when(unarchives(40))
        .recordsNothing()
        .refused(Refusal.NOT_ARCHIVED);
  }

  @Test
  void aDeviceThatIsTurnedAwayStaysArchived() {
    enrolled()
        .given(new BlockDevice(mac.id(), at(10)), archives(20), mac.idles(30))
        .when(unarchives(40))
        .records(new DeviceUnarchived())
        .accepted();
  }
}
