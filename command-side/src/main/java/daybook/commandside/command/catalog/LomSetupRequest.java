// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Asks a Mac for its addresses for lights-out management. */
@RequestType(value = "LOMSetupRequest", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "11.0", userEnrollment = false)
public record LomSetupRequest() implements MdmCommand {}
