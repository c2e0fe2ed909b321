// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Asks for the state of content caching. */
@RequestType(value = "ContentCachingInformation", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "10.15.4", userEnrollment = false)
public record ContentCachingInformation() implements MdmCommand {}
