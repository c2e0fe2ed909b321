// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.commandside.device.enroll.PublicUrl;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.NewAccount;
import daybook.domain.session.ConfigurationState;
import daybook.projections.access.AccountViews;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes what a newcomer needs: an administrator, an API token, and an enrollment link; told on the
 * console and kept in {@code admin.json} of the home, for the owner's eyes only.
 *
 * <p>It may end anywhere: what it makes is written down before it is made, so that the next start
 * goes on with the same account. Once there is an account nothing is made again, even when the file
 * is gone.
 */
@Component
public class FirstStart {
  private static final String USERNAME = "admin";
  private static final String LINK = "First enrollment";
  private static final String LETTERS = "23456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

  private final Accounts accounts;
  private final AccountTokens tokens;
  private final AccountViews views;
  private final EnrollmentConfigurations configurations;
  private final PublicUrl publicUrl;
  private final AdminFile file;
  private final SecureRandom random = new SecureRandom();

  FirstStart(
      Accounts accounts,
      AccountTokens tokens,
      AccountViews views,
      EnrollmentConfigurations configurations,
      PublicUrl publicUrl,
      @Value("${daybook.home:./data}") Path home) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.views = views;
    this.configurations = configurations;
    this.publicUrl = publicUrl;
    this.file = new AdminFile(home);
  }

  /**
   * What the first start made. Of a home whose {@code admin.json} was removed, password and token
   * are null, for nobody knows them any more.
   *
   * @param isNew whether this start made it
   */
  public record Admin(
      String username, String password, String apiToken, String enrollmentUrl, boolean isNew) {
    @Override
    public String toString() {
      return "Admin[" + username + "]";
    }
  }

  /**
   * Makes it, or tells what was made.
   *
   * @param listening where the server listens, without a slash at its end; links name {@code
   *     daybook.public_url} where that is set
   * @throws IllegalStateException with a sentence when the log refuses
   */
  public Admin run(URI listening) {
    URI address = publicUrl.get().orElse(listening);
    Origin origin = Origin.of(Actor.server(), UUID.randomUUID().toString()).causedBy("first start");
    registerFormerAccounts(origin);
    Optional<Admin> known = file.read();
    if (known.isPresent()) {
      return atAddress(known.get(), address);
    }
    Optional<String> begun = file.begun();
    Outcome<AccountState> account = accounts.find(USERNAME, origin);
    if (account.isAccepted() && begun.isEmpty()) {
      return new Admin(USERNAME, null, null, link(origin, address), false);
    }
    String password = begun.orElseGet(this::begin);
    Admin admin =
        new Admin(
            USERNAME,
            password,
            token(administrator(password, origin), origin),
            link(origin, address),
            true);
    file.write(admin);
    return admin;
  }

  /** Those that were made before there was a register get their numbers. */
  private void registerFormerAccounts(Origin origin) {
    views.all().forEach(it -> accepted(accounts.register(new AccountId(it.id()), origin)));
  }

  private Admin atAddress(Admin known, URI address) {
    String url = EnrollmentLink.of(known.enrollmentUrl()).at(address);
    if (url.equals(known.enrollmentUrl())) {
      return known;
    }
    Admin moved = new Admin(known.username(), known.password(), known.apiToken(), url, false);
    file.write(moved);
    return moved;
  }

  private String begin() {
    StringBuilder password = new StringBuilder();
    random.ints(24, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
    file.begin(password.toString());
    return password.toString();
  }

  private AccountState administrator(String password, Origin origin) {
    Outcome<AccountId> created =
        accounts.create(new NewAccount(USERNAME, password, true, false, true, List.of()), origin);
    boolean made =
        created.refusal().filter(no -> no.reason() == Refusal.NAME_TAKEN).isPresent()
            || created.isAccepted();
    if (!made) {
      throw refused(created);
    }
    return accepted(accounts.find(USERNAME, origin));
  }

  private String token(AccountState account, Origin origin) {
    return accepted(tokens.issue(account, "first start", null, origin));
  }

  /** The link of the first configuration in force; made when there is none yet. */
  private String link(Origin origin, URI address) {
    List<ConfigurationState> all = accepted(configurations.list(origin));
    if (all.isEmpty()) {
      String secret = accepted(configurations.create(LINK, null, null, origin)).secret();
      return new EnrollmentLink(secret).at(address);
    }
    return all.stream()
        .filter(state -> state.revokedAt() == null)
        .findFirst()
        .flatMap(state -> configurations.secret(state.configuration()))
        .map(secret -> new EnrollmentLink(secret).at(address))
        .orElse(null);
  }

  private static <R> R accepted(Outcome<R> outcome) {
    if (!outcome.isAccepted()) {
      throw refused(outcome);
    }
    return outcome.reply();
  }

  private static IllegalStateException refused(Outcome<?> outcome) {
    return new IllegalStateException(
        "the first start can't go on: " + outcome.refusal().orElseThrow().detail());
  }
}
