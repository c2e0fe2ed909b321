// SPDX-License-Identifier: Apache-2.0
package daybook.projections.opening;

import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.Origin;
import daybook.domain.Sealed;
import daybook.domain.Vault;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens log entries. What a shredding names is erased from the moment that its event is seen,
 * whatever the vault still holds: the event comes before the keys are dropped, and a fold in
 * between must not bring anything back.
 */
public final class Opener {
  private final Vault vault;
  private final Map<String, Integer> generations = new ConcurrentHashMap<>();
  private final Set<String> keyIds = ConcurrentHashMap.newKeySet();

  public Opener(Vault vault) {
    this.vault = vault;
  }

  /** An entry whose personal values can be opened; remembers what a shredding names. */
  public OpenedEvent open(LogEntry entry) {
    if (entry.event() instanceof DeviceShredded shredded) {
      remember(new ErasureView(entry.stream().value(), shredded.generation(), shredded.keyIds()));
    }
    return new OpenedEvent(entry, generations.isEmpty() ? vault : new Shut(vault, this, entry));
  }

  /** Makes known what was shredded before. */
  public void remember(ErasureView erasure) {
    keyIds.addAll(erasure.keyIds());
    generations.merge(erasure.stream(), erasure.generation(), Math::max);
  }

  /** Whether a value of an entry must stay closed. */
  boolean isErased(Sealed sealed, String eventName, LogEntry entry) {
    if (keyIds.contains(sealed.k())) {
      return true;
    }
    Integer generation = generations.get(entry.stream().value());
    return generation != null && sealed.generation() <= generation && ownSubject(eventName, entry);
  }

  /** Metadata is sealed for the actor, all else for the stream. */
  private static boolean ownSubject(String eventName, LogEntry entry) {
    Actor actor = entry.origin().actor();
    return !eventName.equals(Origin.SEALED_AS)
        || (actor.kind() == Actor.Kind.DEVICE && actor.id().equals(entry.stream().id()));
  }
}
