// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.Platform;
import java.util.regex.Pattern;

/**
 * Tells Macs apart by their chips.
 *
 * @see <a href="https://support.apple.com/103265">Mac computers that have the Apple T2 chip</a>
 */
final class Macs {
  private static final Pattern T2 =
      Pattern.compile(
          "iMac20,[12]|iMacPro1,1|MacPro7,1|Macmini8,1|MacBookAir(8,[12]|9,1)"
              + "|MacBookPro(15,[1-4]|16,[1-4])");

  private Macs() {}

  /** An Intel Mac without a T2 is locked by the PIN while it is erased. */
  static boolean needPinToErase(CommandTarget target) {
    return target.platform() == Platform.MACOS
        && Boolean.FALSE.equals(target.appleSilicon())
        && (target.productName() == null || !T2.matcher(target.productName()).matches());
  }
}
