// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether a device that begins to enroll was blocked under another UDID: a new logic board keeps
 * the serial number. The directory finds the enrollments, each enrollment itself answers.
 */
@Component
public class BlockedDevices {
  /** Of all that ever had one serial number, the newest are asked. */
  private static final int MOST = 16;

  private final Directory directory;
  private final Intents intents;

  BlockedDevices(Directory directory, Intents intents) {
    this.directory = directory;
    this.intents = intents;
  }

  /** Whether a device with this serial number is blocked; or why it can't be told now. */
  public Outcome<Boolean> blocked(String serialNumber, Instant now, Origin asking) {
    List<StreamId> found =
        serialNumber == null || serialNumber.isBlank()
            ? List.of()
            : directory.devicesBySerialNumber(serialNumber);
    for (StreamId stream : found.subList(0, Math.min(MOST, found.size()))) {
      Outcome<EnrollmentSummary> summary =
          intents.send(new DescribeEnrollment(EnrollmentId.of(stream), now), asking);
      if (!summary.isAccepted() || summary.reply().blocked()) {
        return summary.map(EnrollmentSummary::blocked);
      }
    }
    return Outcome.accepted(false);
  }
}
