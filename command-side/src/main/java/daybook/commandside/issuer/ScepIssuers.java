// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.issuer;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerAdded;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerChanged;
import daybook.domain.issuer.ScepIssuerEvent.ScepIssuerRemoved;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.AddScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ChangeScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerIntent.RemoveScepIssuer;
import daybook.domain.issuer.ScepIssuerState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** All SCEP issuers but our own authority; names are unique. */
public class ScepIssuers extends EventSourced {
  /** By id, oldest first. */
  private Map<String, ScepIssuerState> issuers = new LinkedHashMap<>();

  protected ScepIssuers() {}

  public ScepIssuers(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<ScepIssuerState>> handle(ListScepIssuers intent) {
    return Outcome.accepted(List.copyOf(issuers.values()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AddScepIssuer intent) {
    ScepIssuer added = intent.issuer();
    if (find(added.id()) != null) {
      return Outcome.accepted();
    }
    return isTaken(added)
        ? Outcome.refused(Refusal.NAME_TAKEN, added.name())
        : recorded(new ScepIssuerAdded(added), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeScepIssuer intent) {
    ScepIssuerState present = find(intent.issuer().id());
    if (present == null) {
      return unknown(intent.issuer().id());
    }
    return isTaken(intent.issuer())
        ? Outcome.refused(Refusal.NAME_TAKEN, intent.issuer().name())
        : recorded(new ScepIssuerChanged(intent.issuer().after(present.issuer())), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RemoveScepIssuer intent) {
    return find(intent.issuer()) == null
        ? unknown(intent.issuer())
        : recorded(new ScepIssuerRemoved(intent.issuer()), intent.now());
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof ScepIssuerAdded it) {
      put(new ScepIssuerState(it.issuer(), time, time));
    } else if (event instanceof ScepIssuerChanged it) {
      put(new ScepIssuerState(it.issuer(), find(it.issuer().id()).createdAt(), time));
    } else if (event instanceof ScepIssuerRemoved it) {
      issuers.remove(it.issuer().value());
    }
  }

  private Outcome<Void> recorded(DomainEvent event, Instant now) {
    record(event, now);
    return Outcome.accepted();
  }

  private boolean isTaken(ScepIssuer wanted) {
    return issuers.values().stream()
        .map(ScepIssuerState::issuer)
        .anyMatch(it -> !it.id().equals(wanted.id()) && it.name().equals(wanted.name()));
  }

  private ScepIssuerState find(ScepIssuerId id) {
    return issuers.get(id.value());
  }

  private void put(ScepIssuerState state) {
    issuers.put(state.issuer().id().value(), state);
  }

  private static Outcome<Void> unknown(ScepIssuerId id) {
    return Outcome.refused(Refusal.UNKNOWN, "there is no SCEP issuer " + id.value());
  }
}
