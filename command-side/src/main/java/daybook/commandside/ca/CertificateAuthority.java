// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.AuthorityState;
import daybook.domain.certificate.AuthorityIntent.CreateAuthority;
import daybook.domain.certificate.AuthorityIntent.DescribeAuthorities;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import daybook.domain.certificate.AuthorityIntent.RetireAuthority;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * The certificate authorities of ours. The first is made when it is first needed: its private key
 * is kept durably, then its event names the key. A new one is made when an operator rolls over,
 * when the newest can no longer outlive what it would sign, or when its key is not in the key
 * store; the old ones stay trusted until an operator retires them.
 */
@Component
public class CertificateAuthority {
  private final Intents intents;
  private final KeyChest keys;
  private final Map<String, SigningAuthority> loaded = new ConcurrentHashMap<>();
  private final AtomicInteger retirements = new AtomicInteger();

  public CertificateAuthority(Intents intents, KeyChest keys) {
    this.intents = intents;
    this.keys = keys;
  }

  /** The one that signs now. Refused only when the log can't be asked or written. */
  public Outcome<SigningAuthority> signing(Instant now) {
    Outcome<Optional<SigningAuthority>> found = newest(now);
    return found.isAccepted() && found.reply().isEmpty()
        ? makeIfMissing(now)
        : found.map(Optional::orElseThrow);
  }

  /**
   * The one that signs profiles: the oldest whose key is here, retired or not, for a device may
   * refuse an update whose signer is not that of the profile it has.
   */
  public Outcome<SigningAuthority> profileSigner(Instant now) {
    Outcome<List<AuthorityState>> all = intents.send(new DescribeAuthorities(now), origin());
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    List<SigningAuthority> newestFirst =
        load(all.reply().stream().map(AuthorityState::authority).toList());
    return newestFirst.isEmpty()
        ? signing(now)
        : Outcome.accepted(newestFirst.get(newestFirst.size() - 1));
  }

  /** Makes a new one, which signs from now on. */
  public synchronized Outcome<SigningAuthority> rollOver(Instant now, Origin origin) {
    return make(now, origin);
  }

  /**
   * Ends the trust in one. Whether devices still need it is the caller's to know. Its key stays,
   * for a device may take an update of its profile from no other signer.
   *
   * @return refused with {@code UNKNOWN}, or {@code IN_USE} for the newest
   */
  public Outcome<Void> retire(String keyId, Instant now, Origin origin) {
    Outcome<Void> told = intents.send(new RetireAuthority(now, keyId), origin);
    if (told.isAccepted()) {
      retirements.incrementAndGet();
    }
    return told;
  }

  /** Grows with each retirement, so that what was once trusted is judged again. */
  int retirements() {
    return retirements.get();
  }

  /**
   * The trusted ones that sign no more, oldest first: what they issued is to be renewed. None while
   * it is open which one signs.
   */
  public Outcome<List<X509CertificateHolder>> replaced(Instant now) {
    Outcome<Optional<SigningAuthority>> signs = newest(now);
    return !signs.isAccepted() || signs.reply().isEmpty()
        ? signs.map(none -> List.of())
        : certificates(now)
            .map(
                all ->
                    all.stream()
                        .filter(each -> !each.equals(signs.reply().get().certificate()))
                        .toList());
  }

  /** All whose private key is here, newest first: devices may still encrypt to an old one. */
  public Outcome<List<SigningAuthority>> withKeys(Instant now) {
    return list(now).map(this::load);
  }

  /** The certificates of all that are trusted, oldest first. */
  public Outcome<List<X509CertificateHolder>> certificates(Instant now) {
    return list(now).map(all -> all.stream().map(CertificateAuthority::certificate).toList());
  }

  private synchronized Outcome<SigningAuthority> makeIfMissing(Instant now) {
    Outcome<Optional<SigningAuthority>> found = newest(now);
    return !found.isAccepted() || found.reply().isPresent()
        ? found.map(Optional::orElseThrow)
        : make(now, origin());
  }

  private Outcome<SigningAuthority> make(Instant now, Origin origin) {
    String keyId = UUID.randomUUID().toString();
    SigningAuthority made = NewAuthority.make(Authority.name(keyId), now);
    keys.keep(keyId, made.key().getEncoded());
    loaded.put(keyId, made);
    return intents.send(new CreateAuthority(now, describe(made, keyId)), origin).map(none -> made);
  }

  /** The one that signs now; empty when one would have to be made for that. */
  Outcome<Optional<SigningAuthority>> newest(Instant now) {
    Instant end =
        now.atOffset(ZoneOffset.UTC).plusYears(SigningAuthority.IDENTITY_YEARS).toInstant();
    return withKeys(now)
        .map(
            all ->
                all.stream()
                    .limit(1)
                    .filter(a -> a.certificate().getNotAfter().toInstant().isAfter(end))
                    .findFirst());
  }

  private Outcome<List<Authority>> list(Instant now) {
    return intents.send(new ListAuthorities(now), origin());
  }

  private List<SigningAuthority> load(List<Authority> all) {
    List<SigningAuthority> found = new ArrayList<>();
    for (Authority authority : all) {
      SigningAuthority known =
          loaded.computeIfAbsent(
              authority.keyId(),
              id -> keys.fetch(id).map(key -> read(authority, key)).orElse(null));
      if (known != null) {
        found.add(0, known);
      }
    }
    return List.copyOf(found);
  }

  private static SigningAuthority read(Authority authority, byte[] key) {
    try {
      PrivateKey read = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
      return new SigningAuthority(authority.name(), certificate(authority), read);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store's key of " + authority.subject(), e);
    }
  }

  /** The certificate of one, as the log has it. */
  static X509CertificateHolder certificate(Authority authority) {
    try {
      return new X509CertificateHolder(Base64.getDecoder().decode(authority.certificate()));
    } catch (IOException e) {
      throw new IllegalStateException("the log's certificate of " + authority.subject(), e);
    }
  }

  private static Authority describe(SigningAuthority made, String keyId) {
    X509CertificateHolder certificate = made.certificate();
    return new Authority(
        certificate.getSubject().toString(),
        Base64.getEncoder().encodeToString(encoded(certificate)),
        keyId,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a certificate without encoding", e);
    }
  }

  private static Origin origin() {
    return Origin.of(Actor.server(), UUID.randomUUID().toString());
  }
}
