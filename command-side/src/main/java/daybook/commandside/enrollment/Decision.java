// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.util.List;

/** What is recorded, and what is answered. */
record Decision<R>(List<DomainEvent> events, Outcome<R> outcome) {

  static <R> Decision<R> accepted(DomainEvent... events) {
    return new Decision<>(List.of(events), Outcome.accepted());
  }

  static <R> Decision<R> answered(R reply) {
    return new Decision<>(List.of(), Outcome.accepted(reply));
  }

  static <R> Decision<R> refused(Refusal reason, String detail) {
    return new Decision<>(List.of(), Outcome.refused(reason, detail));
  }
}
