// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.Id;
import daybook.domain.StreamId;

/**
 * One device channel under management: the UDID in upper case, or the EnrollmentID as sent.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/check-in">Check-in</a>
 */
public record EnrollmentId(String value) implements Id {
  public EnrollmentId {
    if (!StreamId.isId(value)) {
      throw new IllegalArgumentException("not an enrollment id: " + value);
    }
  }

  public static EnrollmentId ofUdid(String udid) {
    return new EnrollmentId(StreamId.upper(udid));
  }

  /** A User Enrollment: its EnrollmentID stands for the device. */
  public static EnrollmentId ofEnrollmentId(String enrollmentId) {
    return new EnrollmentId(enrollmentId);
  }

  /** The enrollment that owns a stream of kind {@code enrollment}. */
  public static EnrollmentId of(StreamId stream) {
    if (!stream.kind().equals("enrollment")) {
      throw new IllegalArgumentException("not an enrollment: " + stream);
    }
    return new EnrollmentId(stream.id());
  }

  public StreamId stream() {
    return StreamId.of("enrollment", value);
  }
}
