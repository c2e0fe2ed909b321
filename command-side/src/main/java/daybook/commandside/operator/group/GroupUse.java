// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.Desk;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a business unit or a tag is in use, and so can't be removed. */
@Component
class GroupUse {
  private final Desk desk;

  GroupUse(Desk desk) {
    this.desk = desk;
  }

  boolean ofTag(long tag, HttpServletRequest request) {
    return configurations(request).anyMatch(it -> it.tags().contains(tag));
  }

  boolean ofUnit(long unit, HttpServletRequest request) {
    return configurations(request).anyMatch(it -> Objects.equals(it.businessUnit(), unit))
        || isOfTags(unit, request);
  }

  private Stream<ConfigurationDetails> configurations(HttpServletRequest request) {
    return desk.ask(ListConfigurations::new, request).stream()
        .map(it -> it.configuration().details());
  }

  private boolean isOfTags(long unit, HttpServletRequest request) {
    return desk.ask(ListTags::new, request).stream()
        .anyMatch(tag -> tag.businessUnit() != null && tag.businessUnit() == unit);
  }
}
