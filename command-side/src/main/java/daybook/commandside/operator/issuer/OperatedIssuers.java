// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.issuer.IssuerSettings;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Unavailable;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerDesk;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.AddScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ChangeScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerIntent.RemoveScepIssuer;
import daybook.domain.issuer.ScepIssuerState;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What operators do with SCEP issuers; no other has the name of our own authority. */
@Component
class OperatedIssuers implements ScepIssuerDesk {
  private final Intents intents;
  private final IssuerSettings settings;
  private final Clock clock;

  OperatedIssuers(Intents intents, IssuerSettings settings, Clock clock) {
    this.intents = intents;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<ScepIssuerState> all(Origin asking) {
    return ask(ListScepIssuers::new, asking).stream()
        .sorted(Comparator.comparing(it -> it.issuer().name()))
        .toList();
  }

  @Override
  public Outcome<ScepIssuerId> add(Object fields, Origin origin) {
    ScepIssuerInput input = named(ScepIssuerInput.read(fields, null, settings::open));
    ScepIssuerId id = ScepIssuerId.of(UUID.randomUUID());
    ScepIssuer added = issuer(id, input, ScepIssuer.ADDED);
    return intents.send(new AddScepIssuer(clock.instant(), added), origin).map(nothing -> id);
  }

  @Override
  public Outcome<Void> change(ScepIssuerId issuer, Object fields, Origin origin) {
    Optional<ScepIssuerState> present = find(issuer, origin);
    if (present.isEmpty()) {
      return unknown(issuer);
    }
    ScepIssuerInput input =
        named(ScepIssuerInput.read(fields, present.get().issuer(), settings::open));
    ScepIssuer changed = issuer(issuer, input, ScepIssuer.CHANGED);
    return intents.send(new ChangeScepIssuer(clock.instant(), changed), origin);
  }

  @Override
  public Outcome<Void> remove(ScepIssuerId issuer, Origin origin) {
    if (find(issuer, origin).isEmpty()) {
      return unknown(issuer);
    }
    return isNamed(issuer, origin)
        ? Outcome.refused(Refusal.IN_USE, "enrollments name the issuer")
        : intents.send(new RemoveScepIssuer(clock.instant(), issuer), origin);
  }

  /** Whether an enrollment configuration sends devices to it. */
  private boolean isNamed(ScepIssuerId issuer, Origin asking) {
    return ask(ListConfigurations::new, asking).stream()
        .anyMatch(it -> it.configuration().details().issuer().equals(issuer));
  }

  private Optional<ScepIssuerState> find(ScepIssuerId issuer, Origin asking) {
    return all(asking).stream().filter(it -> it.issuer().id().equals(issuer)).findFirst();
  }

  private <R> R ask(Function<Instant, ? extends Intent<R>> question, Origin asking) {
    Outcome<R> outcome = intents.send(question.apply(clock.instant()), asking);
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new Unavailable(refused.toString());
            });
    return outcome.reply();
  }

  private ScepIssuer issuer(ScepIssuerId id, ScepIssuerInput input, String event) {
    return new ScepIssuer(
        id,
        input.name(),
        input.description(),
        1,
        input.url(),
        input.keySize(),
        input.keyUsage(),
        input.backend(),
        settings.seal(input.settings(), event));
  }

  private static ScepIssuerInput named(ScepIssuerInput input) {
    if (input.name().equals(ScepIssuerEntries.OWN_NAME)) {
      throw InvalidInput.of("name", "scep issuer with this name already exists.");
    }
    return input;
  }

  private static Outcome<Void> unknown(ScepIssuerId issuer) {
    return Outcome.refused(Refusal.UNKNOWN, "there is no issuer " + issuer.value());
  }
}
