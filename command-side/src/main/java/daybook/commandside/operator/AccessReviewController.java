// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import daybook.domain.access.AccessReview;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Requires;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what can't be undone, opens secrets or begets more power. */
@RestController
class AccessReviewController {
  private final AccountDesk accounts;
  private final RoleDesk roles;
  private final KnownPermissions permissions;

  AccessReviewController(AccountDesk accounts, RoleDesk roles, KnownPermissions permissions) {
    this.accounts = accounts;
    this.roles = roles;
    this.permissions = permissions;
  }

  /**
   * A permission and the active accounts that hold it.
   *
   * @param allows what it lets its holders do
   */
  record Answer(String permission, String allows, List<Holder> users) {
    static Answer of(AccessReview it) {
      return new Answer(
          it.permission().permission().value(),
          it.permission().allows(),
          it.holders().stream().map(Holder::of).toList());
    }
  }

  /**
   * A holder.
   *
   * @param directly whether the account has it by itself
   * @param roles the numbers of those of its roles that give it
   * @param lastUsedAt when it was last seen, at the pages or by one of its tokens; or null
   * @param apiTokens how many API tokens it has
   */
  record Holder(
      long user,
      String username,
      @JsonProperty("is_service_account") boolean service,
      boolean directly,
      List<Long> roles,
      Instant lastUsedAt,
      int apiTokens) {
    static Holder of(AccessReview.Holder it) {
      return new Holder(
          it.account().number(),
          it.account().username(),
          it.account().state().service(),
          it.directly(),
          it.roles().stream().map(Role::number).toList(),
          it.account().usedAt(),
          it.account().tokens().size());
    }
  }

  @GetMapping("/api/accounts/access_review/")
  @Requires(
      value = "accounts.view_accessreview",
      name = "Access Review",
      description = "List the permissions whose misuse is grave, each with its active holders.")
  Page<Answer> review(HttpServletRequest request) {
    String permission = request.getParameter("permission");
    List<Answer> wanted =
        AccessReview.of(accounts.all(), roles.all(), permissions.all()).stream()
            .map(Answer::of)
            .filter(
                it ->
                    permission == null
                        || permission.isEmpty()
                        || permission.equals(it.permission()))
            .toList();
    return Page.of(wanted, request);
  }
}
