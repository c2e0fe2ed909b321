// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Secret;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept for the device: not the secrets, but where in its stream they stand.
 *
 * @param bootstrap null: none
 * @param unlock by channel
 */
record Escrow(Kept bootstrap, Map<String, Kept> unlock) {

  /**
   * One kept secret.
   *
   * @param sequence of the event that holds it
   * @param releasable whether it was escrowed since the enrollment began; an older one is never
   *     released to the device
   */
  record Kept(long sequence, String fingerprint, boolean releasable) {
    Kept ofFormerEnrollment() {
      return new Kept(sequence, fingerprint, false);
    }

    boolean holds(Secret secret) {
      return releasable && fingerprint != null && fingerprint.equals(secret.sealed().f());
    }
  }

  Escrow {
    unlock = unlock == null ? Map.of() : Map.copyOf(unlock);
  }

  static Escrow none() {
    return new Escrow(null, Map.of());
  }

  Escrow after(DomainEvent event, long sequence) {
    if (event instanceof BootstrapTokenEscrowed it) {
      return new Escrow(kept(sequence, it.token()), unlock);
    }
    if (event instanceof BootstrapTokenRemoved) {
      return new Escrow(null, unlock);
    }
    if (event instanceof UnlockTokenEscrowed it) {
      return withUnlock(it.channel(), kept(sequence, it.token()));
    }
    if (event instanceof UserUnenrolled it) {
      return withUnlock(it.channel(), null);
    }
    if (event instanceof EnrollmentStarted || event instanceof EnrollmentAdopted) {
      return ofFormerEnrollment();
    }
    return event instanceof DeviceShredded ? none() : this;
  }

  boolean hasBootstrapToken() {
    return bootstrap != null;
  }

  /** Where the token stands that the device may have back. */
  Optional<Long> releasableBootstrapToken() {
    return Optional.ofNullable(bootstrap).filter(Kept::releasable).map(Kept::sequence);
  }

  boolean holdsBootstrapToken(Secret token) {
    return bootstrap != null && bootstrap.holds(token);
  }

  boolean holdsUnlockToken(Channel channel, Secret token) {
    Kept kept = unlock.get(channel.value());
    return kept != null && kept.holds(token);
  }

  private static Kept kept(long sequence, Secret secret) {
    return new Kept(sequence, secret.sealed().f(), true);
  }

  private Escrow ofFormerEnrollment() {
    Kept device = unlock.get(Channel.DEVICE.value());
    return new Escrow(
        bootstrap == null ? null : bootstrap.ofFormerEnrollment(),
        device == null ? Map.of() : Map.of(Channel.DEVICE.value(), device.ofFormerEnrollment()));
  }

  private Escrow withUnlock(Channel channel, Kept kept) {
    Map<String, Kept> changed = new HashMap<>(unlock);
    changed.remove(channel.value());
    if (kept != null) {
      changed.put(channel.value(), kept);
    }
    return new Escrow(bootstrap, changed);
  }
}
