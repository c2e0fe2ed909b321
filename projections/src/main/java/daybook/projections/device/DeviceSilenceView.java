// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import java.time.Instant;
import java.util.List;

/**
 * When a device was last heard of, and what is told of its silence.
 *
 * @param contactAt when it was last heard of, on whatever channel
 * @param silentSince the same, once its silence was told; else null
 * @param causes likely ones, the likeliest first; empty while it isn't silent
 * @param removalPresumedAt since when its push token has been dead, as APNs says, or null; a
 *     contact since then says that it is managed all the same
 */
public record DeviceSilenceView(
    Instant contactAt, Instant silentSince, List<String> causes, Instant removalPresumedAt) {
  static final DeviceSilenceView NONE = new DeviceSilenceView(null, null, List.of(), null);

  public DeviceSilenceView {
    causes = causes == null ? List.of() : List.copyOf(causes);
  }

  static DeviceSilenceView heardAt(Instant contact) {
    return new DeviceSilenceView(contact, null, List.of(), null);
  }

  DeviceSilenceView told(Instant since, List<String> likely) {
    return new DeviceSilenceView(contactAt, since, likely, removalPresumedAt);
  }

  DeviceSilenceView removedAt(Instant time) {
    return new DeviceSilenceView(contactAt, silentSince, causes, time);
  }
}
