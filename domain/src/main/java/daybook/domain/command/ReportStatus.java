// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import java.util.Optional;

/**
 * The status of a device's report, by Apple's word.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/sending-mdm-commands-to-a-device">Sending
 *     MDM commands</a>
 */
public enum ReportStatus {
  IDLE("Idle"),
  ACKNOWLEDGED("Acknowledged"),
  ERROR("Error"),
  COMMAND_FORMAT_ERROR("CommandFormatError"),
  NOT_NOW("NotNow");

  private final String word;

  ReportStatus(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<ReportStatus> of(String word) {
    for (ReportStatus status : values()) {
      if (status.word.equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
