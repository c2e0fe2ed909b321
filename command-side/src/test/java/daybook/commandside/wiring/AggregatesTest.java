// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.StreamId;
import daybook.domain.access.AccountIntent;
import daybook.domain.access.RegisterIntent;
import daybook.domain.access.RoleIntent;
import daybook.domain.certificate.AuthorityIntent;
import daybook.domain.certificate.CertificateIntent;
import daybook.domain.command.CommandIntent;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.escrow.EscrowIntent;
import daybook.domain.group.BusinessUnitIntent;
import daybook.domain.group.TagIntent;
import daybook.domain.issuer.ScepIssuerIntent;
import daybook.domain.number.NumberIntent;
import daybook.domain.push.PushCertificateIntent;
import daybook.domain.push.PushIntent;
import daybook.domain.refusal.RefusalIntent;
import daybook.domain.restore.RestoreIntent;
import daybook.domain.retirement.RetirementIntent;
import daybook.domain.session.EnrollmentConfigurationIntent;
import daybook.domain.session.SessionIntent;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.junit.jupiter.api.Test;

/** Each intent has one handler; each handler answers with an outcome, for new streams too. */
class AggregatesTest {
  private static final List<Class<?>> INTENTS =
      Stream.of(
              EnrollmentIntent.class,
              EscrowIntent.class,
              CommandIntent.class,
              RetirementIntent.class,
              PushIntent.class,
              PushCertificateIntent.class,
              EnrollmentConfigurationIntent.class,
              BusinessUnitIntent.class,
              TagIntent.class,
              ScepIssuerIntent.class,
              SessionIntent.class,
              CertificateIntent.class,
              AuthorityIntent.class,
              AccountIntent.class,
              RegisterIntent.class,
              RoleIntent.class,
              RefusalIntent.class,
              NumberIntent.class,
              RestoreIntent.class)
          .flatMap(set -> Stream.<Class<?>>of(set.getPermittedSubclasses()))
          .toList();

  private static List<Method> handlers() {
    List<Method> handlers = new ArrayList<>();
    for (Class<? extends EventSourced> type : Aggregates.TYPES.values()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(CommandHandler.class)) {
          handlers.add(method);
        }
      }
    }
    return handlers;
  }

  @Test
  void eachIntentHasOneHandler() {
    assertThat(handlers().stream().<Class<?>>map(it -> it.getParameterTypes()[0]).toList())
        .containsExactlyInAnyOrderElementsOf(INTENTS)
        .allMatch(Intent.class::isAssignableFrom);
  }

  @Test
  void eachHandlerAnswersWithAnOutcomeForNewStreamsToo() {
    assertThat(handlers())
        .allSatisfy(
            handler -> {
              assertThat(handler.getReturnType()).isEqualTo(Outcome.class);
              assertThat(handler.getAnnotation(CreationPolicy.class).value())
                  .isEqualTo(AggregateCreationPolicy.CREATE_IF_MISSING);
            });
  }

  @Test
  void eachKindIsAKindOfStream() {
    assertThat(StreamId.KINDS).containsAll(Aggregates.TYPES.keySet());
  }

  @Test
  void eachAggregateIsMadeWithItsStream() throws ReflectiveOperationException {
    for (var entry : Aggregates.TYPES.entrySet()) {
      String stream = entry.getKey() + ":x";
      EventSourced made = entry.getValue().getConstructor(String.class).newInstance(stream);
      assertThat(made.stream()).isEqualTo(stream);
    }
  }
}
