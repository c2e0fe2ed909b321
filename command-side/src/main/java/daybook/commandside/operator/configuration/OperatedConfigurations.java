// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.configuration;

import daybook.commandside.device.enroll.PublicUrl;
import daybook.commandside.issuer.IssuerSettings;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Unavailable;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.session.ConfigurationChoices;
import daybook.domain.session.ConfigurationChoices.Choice;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationManagement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What pages do with enrollment configurations. */
@Component
class OperatedConfigurations implements EnrollmentConfigurationManagement {
  private static final String NOT_THERE = "Choose one of those that there are.";

  private final Intents intents;
  private final EnrollmentConfigurations configurations;
  private final IssuerSettings issuers;
  private final PublicUrl publicUrl;
  private final Clock clock;

  OperatedConfigurations(
      Intents intents,
      EnrollmentConfigurations configurations,
      IssuerSettings issuers,
      PublicUrl publicUrl,
      Clock clock) {
    this.intents = intents;
    this.configurations = configurations;
    this.issuers = issuers;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public Outcome<List<ConfigurationState>> all(Origin origin) {
    return configurations
        .list(origin)
        .map(
            all ->
                all.stream()
                    .sorted(
                        Comparator.comparing((ConfigurationState it) -> it.configuration().number())
                            .reversed())
                    .toList());
  }

  @Override
  public Outcome<ConfigurationChoices> choices(Origin origin) {
    try {
      List<Choice> known = new ArrayList<>();
      known.add(new Choice(ScepIssuerId.OWN.value(), "This server"));
      ask(ListScepIssuers::new, origin).stream()
          .filter(it -> issuers.staticChallenge(it.issuer()).isPresent())
          .forEach(it -> known.add(new Choice(it.issuer().id().value(), it.issuer().name())));
      return Outcome.accepted(
          new ConfigurationChoices(
              ask(ListPushCertificates::new, origin).stream()
                  .map(it -> new Choice(Long.toString(it.number()), it.name()))
                  .toList(),
              known,
              ask(ListBusinessUnits::new, origin).stream()
                  .map(it -> new Choice(Long.toString(it.number()), it.name()))
                  .toList(),
              ask(ListTags::new, origin).stream()
                  .map(it -> new Choice(Long.toString(it.number()), it.name()))
                  .toList()));
    } catch (Unavailable e) {
      return Outcome.refused(Refusal.BUSY, e.getMessage());
    }
  }

  @Override
  public Optional<Links> links(EnrollmentConfiguration configuration) {
    return publicUrl
        .get()
        .flatMap(
            url ->
                configurations
                    .secret(configuration)
                    .map(
                        secret ->
                            new Links(
                                url + "/public/mdm/enroll/" + secret,
                                url + "/public/mdm/ota_enroll/" + secret + "/")));
  }

  @Override
  public Outcome<Long> create(ConfigurationDetails details, Origin origin) {
    Outcome<Void> right = check(details, null, origin);
    return right.isAccepted()
        ? configurations.create(details, origin).map(EnrollmentConfigurations.Created::number)
        : right.map(none -> null);
  }

  @Override
  public Outcome<Void> change(long number, ConfigurationDetails details, Origin origin) {
    Outcome<List<ConfigurationState>> all = configurations.list(origin);
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    Instant end =
        all.reply().stream()
            .map(ConfigurationState::configuration)
            .filter(it -> it.number() == number)
            .findFirst()
            .map(it -> it.details().expiresAt())
            .orElse(null);
    Outcome<Void> right = check(details, end, origin);
    return right.isAccepted() ? configurations.change(number, details, origin) : right;
  }

  @Override
  public Outcome<Void> revoke(long number, Origin origin) {
    return configurations.revoke(number, origin);
  }

  @Override
  public Outcome<Void> delete(long number, Origin origin) {
    return configurations.delete(number, origin);
  }

  private Outcome<Void> check(ConfigurationDetails details, Instant presentEnd, Origin origin) {
    Instant end = details.expiresAt();
    if (end != null && !end.equals(presentEnd) && !end.isAfter(clock.instant())) {
      throw InvalidInput.of("expires_at", "This time has passed.");
    }
    return choices(origin)
        .map(
            known -> {
              require("push_certificate", details.pushCertificate(), known.pushCertificates());
              require("scep_issuer", details.issuer().value(), known.issuers());
              require("meta_business_unit", details.businessUnit(), known.businessUnits());
              details.tags().forEach(tag -> require("tags", tag, known.tags()));
              return null;
            });
  }

  private static void require(String field, Object key, List<Choice> known) {
    if (key != null && known.stream().noneMatch(it -> it.key().equals(key.toString()))) {
      throw InvalidInput.of(field, NOT_THERE);
    }
  }

  private <R> R ask(Function<Instant, ? extends Intent<R>> question, Origin origin) {
    Outcome<R> outcome = intents.send(question.apply(clock.instant()), origin);
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new Unavailable(refused.toString());
            });
    return outcome.reply();
  }
}
