// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Asks for the feedback that managed apps left. */
@RequestType(value = "ManagedApplicationFeedback", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "11.0", channels = Channels.USER, userEnrollment = false)
@On(value = Platform.IOS, since = "7.0", sharedIpad = Channels.DEVICE)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.VISIONOS, since = "1.1")
public record ManagedApplicationFeedback(
    @Key(value = "Identifiers", required = true) List<String> identifiers,
    @Key("DeleteFeedback") Boolean deleteFeedback)
    implements MdmCommand {}
