// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.Desk;
import daybook.domain.group.TagIntent.ListTags;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Whether a business unit or a tag is in use, and so can't be removed. */
@Component
class GroupUse {
  private final Desk desk;

  GroupUse(Desk desk) {
    this.desk = desk;
  }

  boolean ofUnit(long unit, HttpServletRequest request) {
    return desk.ask(ListTags::new, request).stream()
        .anyMatch(tag -> tag.businessUnit() != null && tag.businessUnit() == unit);
  }
}
