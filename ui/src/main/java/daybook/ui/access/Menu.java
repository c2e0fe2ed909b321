// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page the menu of the account that looks at it. */
@ControllerAdvice(basePackages = "daybook.ui")
class Menu {
  @ModelAttribute("menu")
  List<Chapter.Link> menu(HttpServletRequest request) {
    Object account = request.getAttribute(CurrentAccount.ATTRIBUTE);
    return account == null ? List.of() : Chapter.menu(CurrentAccount.in(account));
  }
}
