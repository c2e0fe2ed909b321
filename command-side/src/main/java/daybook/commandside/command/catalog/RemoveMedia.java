// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Removes a managed book. */
@RequestType(value = "RemoveMedia", delivery = Delivery.REPEAT)
@On(value = Platform.IOS, since = "8.0", sharedIpad = Channels.DEVICE)
public record RemoveMedia(
    @Key(
            value = "MediaType",
            required = true,
            of = {"Book"})
        String mediaType,
    @Key("iTunesStoreID") String itunesStoreId,
    @Key("PersistentID") String persistentId)
    implements MdmCommand {}
