// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import java.util.List;

/**
 * What an enrollment answers when it is asked.
 *
 * @param state of the device's channel
 * @param number the number of the API, or 0 while it has none
 * @param certificate the pinned certificate; null before there was one, and when it was revoked
 * @param topic the topic of the installed MDM payload, or null
 * @param users the channels of enrolled users
 * @param generation the generation of its keys
 * @param blocked whether an operator keeps the device out
 */
public record EnrollmentSummary(
    State state,
    long number,
    String certificate,
    String topic,
    List<Channel> users,
    int generation,
    boolean blocked) {
  /** Where in its life an enrollment is. */
  public enum State {
    /** Nothing has happened yet. */
    NONE,
    /** Authenticated, no push token yet. */
    STARTED,
    ENROLLED,
    UNENROLLED
  }
}
