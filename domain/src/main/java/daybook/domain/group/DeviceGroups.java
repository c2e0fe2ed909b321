// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which groups a device is in.
 *
 * @param businessUnit the number of the unit that it belongs to; null: none
 * @param tags the numbers of the tags that it bears, each once
 */
public record DeviceGroups(Long businessUnit, List<Long> tags) {
  public static final DeviceGroups NONE = new DeviceGroups(null, List.of());

  public DeviceGroups {
    tags = tags == null ? List.of() : List.copyOf(tags);
  }

  /** With what an enrollment gives: its unit if it has one, and its tags besides the others. */
  public DeviceGroups with(DeviceGroups given) {
    return new DeviceGroups(
        given.businessUnit() == null ? businessUnit : given.businessUnit(),
        Stream.concat(tags.stream(), given.tags().stream()).distinct().toList());
  }
}
