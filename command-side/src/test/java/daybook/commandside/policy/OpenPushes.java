// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.ToDo;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushIntent;
import daybook.domain.push.PushIntent.AskPushTarget;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Enrollments with open pushes, and the view of them, which may lag behind. */
final class OpenPushes implements Intents, ToDo<PushWork> {
  final List<PushWork> view = new CopyOnWriteArrayList<>();
  final Map<PushWork, PushTarget> open = new ConcurrentHashMap<>();
  final List<PushCertificate> certificates = new CopyOnWriteArrayList<>();
  final List<PushIntent<?>> told = new CopyOnWriteArrayList<>();
  final List<Origin> origins = new CopyOnWriteArrayList<>();
  volatile boolean busy;
  volatile boolean viewLags;
  volatile boolean caughtUp = true;

  void request(PushWork work, PushTarget target) {
    open.put(work, target);
    view.add(work);
  }

  @Override
  public List<PushWork> due(Instant now, int limit) {
    return view.stream().filter(work -> !work.notBefore().isAfter(now)).limit(limit).toList();
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    if (busy) {
      return Outcome.refused(Refusal.BUSY, "busy");
    }
    return (Outcome<R>) answer(intent, origin);
  }

  private Outcome<?> answer(Intent<?> intent, Origin origin) {
    if (intent instanceof ListPushCertificates) {
      return Outcome.accepted(new ArrayList<>(certificates));
    }
    if (intent instanceof AskPushTarget ask) {
      return Outcome.accepted(find(ask.enrollment().value()).map(open::get));
    }
    PushIntent<?> outcome = (PushIntent<?>) intent;
    told.add(outcome);
    origins.add(origin);
    find(outcome.enrollment().value())
        .ifPresent(
            work -> {
              open.remove(work);
              if (!viewLags) {
                view.remove(work);
              }
            });
    return Outcome.accepted();
  }

  private Optional<PushWork> find(String enrollment) {
    return open.keySet().stream()
        .filter(work -> work.enrollment().value().equals(enrollment))
        .findFirst();
  }
}
