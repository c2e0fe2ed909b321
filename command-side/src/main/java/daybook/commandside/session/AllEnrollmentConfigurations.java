// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationChanged;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationCreated;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationDeleted;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationRevoked;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.ChangeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DeleteConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindSharedChallenge;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.EnrollmentConfigurationIntent.RevokeConfiguration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** All links through which devices get in: their names, quotas, and sessions in flight. */
public class AllEnrollmentConfigurations extends EventSourced {
  /** By id, oldest first. */
  private Map<String, ConfigurationRecord> configurations = new LinkedHashMap<>();

  private RecentReservations reservations = new RecentReservations();

  protected AllEnrollmentConfigurations() {}

  public AllEnrollmentConfigurations(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<ConfigurationState>> handle(ListConfigurations intent) {
    return Outcome.accepted(
        configurations.values().stream().map(it -> it.state(intent.now())).toList());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<ConfigurationState> handle(FindConfiguration intent) {
    return usable(it -> intent.secretSha256().equals(it.made().secretSha256()), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<ConfigurationState> handle(FindSharedChallenge intent) {
    return usable(
        it -> intent.challengeSha256().equals(it.made().sharedChallengeSha256()), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<ConfigurationState> handle(DescribeConfiguration intent) {
    ConfigurationRecord found = find(intent.configuration());
    return found == null ? unknown() : Outcome.accepted(found.state(intent.now()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(CreateConfiguration intent) {
    EnrollmentConfiguration made = intent.configuration();
    if (isTaken(made.name(), null)) {
      return Outcome.refused(Refusal.NAME_TAKEN, made.name());
    }
    record(new EnrollmentConfigurationCreated(made), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeConfiguration intent) {
    ConfigurationRecord found = find(intent.configuration());
    if (found == null) {
      return unknown();
    }
    String name = intent.details().name();
    if (isTaken(name, intent.configuration())) {
      return Outcome.refused(Refusal.NAME_TAKEN, name);
    }
    if (!found.made().details().equals(intent.details())) {
      record(
          new EnrollmentConfigurationChanged(intent.configuration(), intent.details()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(DeleteConfiguration intent) {
    ConfigurationRecord found = find(intent.configuration());
    if (found == null) {
      return unknown();
    }
    if (found.isUsed(intent.now())) {
      return Outcome.refused(Refusal.IN_USE, found.made().name());
    }
    record(new EnrollmentConfigurationDeleted(intent.configuration()), intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RevokeConfiguration intent) {
    ConfigurationRecord found = find(intent.configuration());
    if (found == null) {
      return unknown();
    }
    if (found.revokedAt() == null) {
      record(new EnrollmentConfigurationRevoked(intent.configuration()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AdmitSession intent) {
    ConfigurationRecord found = find(intent.configuration());
    if (found == null) {
      return unknown();
    }
    if (found.open().containsKey(intent.session().value())
        || reservations.hold(intent.session(), intent.now())) {
      return Outcome.accepted();
    }
    Optional<Refusal> refusal = found.whyNotAdmit(intent.now());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get(), found.made().name());
    }
    record(
        new EnrollmentSessionAdmitted(intent.configuration(), intent.session(), intent.expiresAt()),
        intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ReserveEnrollment intent) {
    ConfigurationRecord found = find(intent.configuration());
    if (found == null) {
      return unknown();
    }
    if (reservations.hold(intent.session(), intent.now())) {
      return Outcome.accepted();
    }
    Optional<Refusal> refusal = found.whyNotUse(intent.now());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get(), found.made().name());
    }
    record(new EnrollmentReserved(intent.configuration(), intent.session()), intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof EnrollmentConfigurationCreated it) {
      configurations.put(
          it.configuration().id().value(), ConfigurationRecord.of(it.configuration(), time));
    } else if (event instanceof EnrollmentConfigurationChanged it) {
      change(it.configuration(), found -> found.changed(it.details(), time));
    } else if (event instanceof EnrollmentConfigurationDeleted it) {
      configurations.remove(it.configuration().value());
    } else if (event instanceof EnrollmentConfigurationRevoked it) {
      change(it.configuration(), found -> found.revoked(time));
    } else if (event instanceof EnrollmentSessionAdmitted it) {
      change(it.configuration(), found -> found.admitted(it.session(), it.expiresAt(), time));
    } else if (event instanceof EnrollmentReserved it) {
      change(it.configuration(), found -> found.reserved(it.session()));
      reservations.add(it.session(), time);
    }
  }

  private void change(ConfigurationId id, UnaryOperator<ConfigurationRecord> change) {
    configurations.computeIfPresent(id.value(), (key, found) -> change.apply(found));
  }

  private boolean isTaken(String name, ConfigurationId by) {
    return configurations.values().stream()
        .map(ConfigurationRecord::made)
        .anyMatch(it -> it.name().equals(name) && !it.id().equals(by));
  }

  private ConfigurationRecord find(ConfigurationId id) {
    return configurations.get(id.value());
  }

  private Outcome<ConfigurationState> usable(Predicate<ConfigurationRecord> wanted, Instant now) {
    Optional<ConfigurationRecord> found =
        configurations.values().stream().filter(wanted).findFirst();
    if (found.isEmpty()) {
      return unknown();
    }
    return found
        .get()
        .whyNotUse(now)
        .<Outcome<ConfigurationState>>map(
            reason -> Outcome.refused(reason, found.get().made().name()))
        .orElseGet(() -> Outcome.accepted(found.get().state(now)));
  }

  private static <R> Outcome<R> unknown() {
    return Outcome.refused(Refusal.CONFIGURATION_UNKNOWN, "there is no such configuration");
  }
}
