// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.push.PushEvent;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The device's channel and those of its users, by name. Users are few: of enrolled ones at most
 * {@link #MOST_USERS} are kept, and of guests, who connect without having enrolled, the last {@link
 * #MOST_GUESTS}.
 */
record Channels(Map<String, ChannelState> all) {
  static final int MOST_USERS = 256;
  static final int MOST_GUESTS = 16;

  Channels {
    all = all == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(all));
  }

  static Channels none() {
    return new Channels(Map.of());
  }

  Channels after(DomainEvent event, long sequence, Instant time) {
    if (event instanceof EnrollmentAdopted) {
      return none().with(Channel.DEVICE, ChannelState.unknown().after(event, sequence, time));
    }
    if (event instanceof EnrollmentStarted
        || event instanceof DeviceUnenrolled
        || (event instanceof DeviceRetired it && it.command() != null)) {
      return none();
    }
    if (event instanceof DeviceShredded) {
      return none().with(Channel.DEVICE, of(Channel.DEVICE).shredded());
    }
    if (event instanceof DeviceBlocked
        || event instanceof BlockedDeviceTurnedAway
        || event instanceof IdentityRevoked) {
      return withoutPushes();
    }
    if (event instanceof UserUnenrolled it) {
      return without(it.channel());
    }
    Channel channel = channel(event);
    return channel == null ? this : with(channel, of(channel).after(event, sequence, time));
  }

  ChannelState of(Channel channel) {
    return all.getOrDefault(channel.value(), ChannelState.unknown());
  }

  /** The enrolled users. */
  List<Channel> users() {
    return users(true).map(Map.Entry::getKey).sorted().map(Channel::new).toList();
  }

  /** The user who has to go before another one can enroll: the one who was silent the longest. */
  Optional<Channel> mustGo() {
    return users(true).count() < MOST_USERS
        ? Optional.empty()
        : users(true).min(BY_SILENCE).map(user -> new Channel(user.getKey()));
  }

  /** The channel to which an event belongs, or null. */
  private static Channel channel(DomainEvent event) {
    if (event instanceof CommandEvent it) {
      return it.channel();
    }
    if (event instanceof PushEvent it) {
      return it.channel();
    }
    if (event instanceof PushTokenChanged it) {
      return it.channel();
    }
    if (event instanceof PushTokenConfirmed it) {
      return it.channel();
    }
    if (event instanceof UserEnrolled it) {
      return it.channel();
    }
    return event instanceof DeviceEnrolled ? Channel.DEVICE : null;
  }

  private static final Comparator<Map.Entry<String, ChannelState>> BY_SILENCE =
      Comparator.<Map.Entry<String, ChannelState>, Instant>comparing(
              user -> user.getValue().touched())
          .thenComparing(Map.Entry::getKey);

  private Stream<Map.Entry<String, ChannelState>> users(boolean enrolled) {
    return all.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Channel.DEVICE.value()))
        .filter(entry -> entry.getValue().enrolled() == enrolled);
  }

  private Channels with(Channel channel, ChannelState state) {
    Map<String, ChannelState> changed = new TreeMap<>(all);
    changed.put(channel.value(), state);
    Channels channels = new Channels(changed);
    return channels.users(false).count() <= MOST_GUESTS
        ? channels
        : channels.without(
            new Channel(channels.users(false).min(BY_SILENCE).orElseThrow().getKey()));
  }

  private Channels withoutPushes() {
    Map<String, ChannelState> changed = new TreeMap<>(all);
    changed.replaceAll((name, channel) -> channel.withoutPush());
    return new Channels(changed);
  }

  private Channels without(Channel channel) {
    Map<String, ChannelState> changed = new TreeMap<>(all);
    changed.remove(channel.value());
    return new Channels(changed);
  }
}
