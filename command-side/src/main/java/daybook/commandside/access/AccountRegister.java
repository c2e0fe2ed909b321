// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.RegisterEvent.AccountRegistered;
import daybook.domain.access.RegisterEvent.AdministratorCounted;
import daybook.domain.access.RegisterEvent.AdministratorDiscounted;
import daybook.domain.access.RegisterIntent.CountAdministrator;
import daybook.domain.access.RegisterIntent.DiscountAdministrator;
import daybook.domain.access.RegisterIntent.FindAccount;
import daybook.domain.access.RegisterIntent.ListAccounts;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import daybook.domain.access.RegisteredAccount;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The numbers of all accounts, from 1, and who are active administrators. */
public class AccountRegister extends EventSourced {
  /** By the value of the account's id, in the order of their numbers. */
  private Map<String, Long> numbers = new LinkedHashMap<>();

  private Set<String> administrators = new HashSet<>();

  protected AccountRegister() {}

  public AccountRegister(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Long> handle(RegisterAccount intent) {
    Long known = numbers.get(intent.account().value());
    if (known != null) {
      return Outcome.accepted(known);
    }
    long number = numbers.size() + 1L;
    record(new AccountRegistered(intent.account(), number), intent.now());
    return Outcome.accepted(number);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<RegisteredAccount>> handle(ListAccounts intent) {
    return Outcome.accepted(
        numbers.entrySet().stream()
            .map(it -> new RegisteredAccount(it.getValue(), new AccountId(it.getKey())))
            .toList());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<AccountId> handle(FindAccount intent) {
    return numbers.entrySet().stream()
        .filter(it -> it.getValue() == intent.number())
        .findFirst()
        .map(it -> Outcome.accepted(new AccountId(it.getKey())))
        .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN, "no account has this number"));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CountAdministrator intent) {
    if (!administrators.contains(intent.account().value())) {
      record(new AdministratorCounted(intent.account()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(DiscountAdministrator intent) {
    boolean othersLeft =
        administrators.stream().anyMatch(other -> !other.equals(intent.account().value()));
    if (!othersLeft) {
      return Outcome.refused(
          Refusal.LAST_ADMINISTRATOR, "there would be no active administrator any more");
    }
    if (administrators.contains(intent.account().value())) {
      record(new AdministratorDiscounted(intent.account()), intent.now());
    }
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof AccountRegistered it) {
      numbers.put(it.account().value(), it.number());
    } else if (event instanceof AdministratorCounted it) {
      administrators.add(it.account().value());
    } else if (event instanceof AdministratorDiscounted it) {
      administrators.remove(it.account().value());
    }
  }
}
