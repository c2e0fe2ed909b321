// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.commandside.device.enroll.NewProfiles;
import daybook.commandside.device.enroll.PublicUrl;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Catchup;
import daybook.domain.Log;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.session.SessionId;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The host of {@code daybook.public_url} is fixed once devices are enrolled: they can't be told
 * another. A start under another one is refused, unless the former name is said to lead here still.
 */
@Component
final class PublicHost {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PublicUrl publicUrl;
  private final NewProfiles profiles;
  private final DeviceViews devices;
  private final SessionHistory history;
  private final Catchup catchup;
  private final Log log;

  PublicHost(
      PublicUrl publicUrl,
      NewProfiles profiles,
      DeviceViews devices,
      SessionHistory history,
      Catchup catchup,
      Log log) {
    this.publicUrl = publicUrl;
    this.profiles = profiles;
    this.devices = devices;
    this.history = history;
    this.catchup = catchup;
    this.log = log;
  }

  /**
   * Goes on only when all enrolled devices still reach us. The newest one is asked for first: as
   * each change was judged here, all others knew its host, or one that led here.
   *
   * @throws IllegalStateException with a sentence
   */
  void require() {
    Optional<URI> url = publicUrl.get();
    if (url.isEmpty()) {
      return;
    }
    Set<String> ours = new HashSet<>(profiles.hosts(url.get()));
    ours.addAll(publicUrl.formerHosts());
    catchup.await("device", log.head(), PATIENCE);
    DeviceQuery enrolled = DeviceQuery.all().state(State.ENROLLED);
    Optional<String> newest =
        devices.page(enrolled, 1, 0).stream().findFirst().flatMap(this::hostOf);
    if (newest.isEmpty() || ours.contains(newest.get())) {
      return;
    }
    Map<String, Integer> others = new TreeMap<>();
    devices.each(
        enrolled,
        device ->
            hostOf(device)
                .filter(host -> !ours.contains(host))
                .ifPresent(host -> others.merge(host, 1, Integer::sum)));
    throw new IllegalStateException(
        "daybook.public_url names "
            + url.get().getHost()
            + ", but enrolled devices know another host and can't be told of it ("
            + others
            + "). Set it back; or, if the former name still leads here, add it to"
            + " daybook.public_url_former_hosts.");
  }

  private Optional<String> hostOf(DeviceView device) {
    String session = device.life().session();
    return session == null
        ? Optional.empty()
        : history
            .served(new SessionId(session))
            .map(served -> URI.create(served.serverUrl()).getHost());
  }
}
