// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.domain.Origin;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a business unit or a tag is in use, and so can't be removed. */
@Component
class GroupUse {
  private final Groups groups;

  GroupUse(Groups groups) {
    this.groups = groups;
  }

  boolean ofTag(long tag, Origin asking) {
    return configurations(asking).anyMatch(it -> it.tags().contains(tag));
  }

  boolean ofUnit(long unit, Origin asking) {
    return configurations(asking).anyMatch(it -> Objects.equals(it.businessUnit(), unit))
        || isOfTags(unit, asking);
  }

  private Stream<ConfigurationDetails> configurations(Origin asking) {
    return groups.ask(ListConfigurations::new, asking).stream()
        .map(it -> it.configuration().details());
  }

  private boolean isOfTags(long unit, Origin asking) {
    return groups.ask(ListTags::new, asking).stream()
        .anyMatch(tag -> tag.businessUnit() != null && tag.businessUnit() == unit);
  }
}
