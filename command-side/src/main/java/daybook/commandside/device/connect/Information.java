// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.plist.PlistDict;
import daybook.domain.command.DeviceFacts;
import daybook.domain.enrollment.Platform;

/**
 * Turns the answers to {@code DeviceInformation} into facts. An answer that is absent, or too long
 * to be one, is null, and so overwrites nothing.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/deviceinformationresponse/queryresponses">QueryResponses</a>
 */
final class Information {
  private static final String REPORTED = "DeviceInformationReported";

  private final PlistDict answers;

  private Information(PlistDict answers) {
    this.answers = answers;
  }

  static DeviceFacts facts(PlistDict answers, Sealing sealing) {
    return new Information(answers).sealed(sealing);
  }

  private DeviceFacts sealed(Sealing sealing) {
    String productName = text("ProductName");
    return new DeviceFacts(
        text("UDID"),
        text("SerialNumber"),
        productName,
        text("Model"),
        text("ModelName"),
        productName == null ? null : Platform.ofProductName(productName).word(),
        text("OSVersion"),
        text("SupplementalOSVersionExtra"),
        text("BuildVersion"),
        text("SupplementalBuildVersion"),
        flag("IsAppleSilicon"),
        flag("IsSupervised"),
        flag("AwaitingConfiguration"),
        sealing.personal(REPORTED, "facts.deviceName", text("DeviceName")),
        sealing.comparablePersonal(REPORTED, "facts.answers", CanonicalJson.of(answers)));
  }

  private String text(String key) {
    return answers
        .text(key)
        .filter(text -> !text.isEmpty() && text.length() <= Fields.LONGEST_TEXT)
        .orElse(null);
  }

  private Boolean flag(String key) {
    return answers.flag(key).orElse(null);
  }
}
