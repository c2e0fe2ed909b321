// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Installs or updates a managed book. */
@RequestType(value = "InstallMedia", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "10.9", channels = Channels.USER, userEnrollment = false)
@On(value = Platform.IOS, since = "8.0", sharedIpad = Channels.DEVICE)
public record InstallMedia(
    @Key("iTunesStoreID") Long itunesStoreId,
    @Key("MediaURL") String mediaUrl,
    @Key(
            value = "MediaType",
            required = true,
            of = {"Book"})
        String mediaType,
    @Key("PersistentID") String persistentId,
    @Key(
            value = "Kind",
            of = {"pdf", "epub", "ibooks"})
        String kind,
    @Key("Version") String version,
    @Key("Author") String author,
    @Key("Title") String title)
    implements MdmCommand {}
