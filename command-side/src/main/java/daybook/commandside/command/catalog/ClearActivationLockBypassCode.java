// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Has the device forget the code that ends its Activation Lock. */
@RequestType("ClearActivationLockBypassCode")
@On(value = Platform.MACOS, since = "10.15", supervised = true, userEnrollment = false)
@On(value = Platform.IOS, since = "7.1", supervised = true, userEnrollment = false)
@On(value = Platform.VISIONOS, since = "2.0", supervised = true, userEnrollment = false)
public record ClearActivationLockBypassCode() implements MdmCommand {}
