// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.Actor;
import daybook.domain.StreamId;
import daybook.projections.access.AccountView;
import daybook.projections.access.AccountViews;
import daybook.projections.audit.index.Wanted;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns a filter, which names things as people do, into what the index can find. */
final class Wishes {
  private static final int MOST_DEVICES = 500;

  private final DeviceViews devices;
  private final AccountViews accounts;

  Wishes(DeviceViews devices, AccountViews accounts) {
    this.devices = devices;
    this.accounts = accounts;
  }

  Wanted of(AuditFilter filter) {
    Optional<Actor.Kind> kind =
        Arrays.stream(Actor.Kind.values())
            .filter(it -> it.name().equalsIgnoreCase(filter.actor()))
            .findFirst();
    return new Wanted(
        streams(filter),
        filter.type(),
        kind.orElse(null),
        filter.actor() == null || kind.isPresent() ? null : actors(filter.actor()),
        filter.since(),
        filter.until());
  }

  /** The streams of the devices that a filter names, or null when it names none. */
  private List<StreamId> streams(AuditFilter filter) {
    List<Set<StreamId>> named = new ArrayList<>();
    if (filter.device() != null) {
      named.add(Set.of(filter.device()));
    }
    if (filter.udid() != null) {
      named.add(streams(devices.byUdid(filter.udid())));
    }
    if (filter.serialNumber() != null) {
      named.add(streams(bySerial(filter.serialNumber())));
    }
    if (filter.named() != null) {
      Set<StreamId> either = streams(devices.byUdid(filter.named()));
      either.addAll(streams(bySerial(filter.named())));
      either.addAll(streams(bySerial(filter.named().toUpperCase(Locale.ROOT))));
      named.add(either);
    }
    return named.stream().reduce(Wishes::inBoth).map(List::copyOf).orElse(null);
  }

  private List<DeviceView> bySerial(String serial) {
    return devices.page(DeviceQuery.all().serialNumber(serial), MOST_DEVICES, 0);
  }

  private static Set<StreamId> streams(List<DeviceView> found) {
    Set<StreamId> streams = new LinkedHashSet<>();
    found.forEach(device -> streams.add(new StreamId(device.life().stream())));
    return streams;
  }

  private static Set<StreamId> inBoth(Set<StreamId> one, Set<StreamId> other) {
    Set<StreamId> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** Whoever may be meant by a text. */
  private List<Actor> actors(String text) {
    List<Actor> actors = new ArrayList<>();
    accounts.all().stream()
        .filter(it -> text.equalsIgnoreCase(it.username()))
        .map(AccountView::id)
        .map(Actor::operator)
        .forEach(actors::add);
    actors.add(Actor.operator(text));
    actors.add(Actor.policy(text));
    actors.add(new Actor(Actor.Kind.DEVICE, text));
    actors.add(new Actor(Actor.Kind.DEVICE, text.toUpperCase(Locale.ROOT)));
    return actors;
  }
}
