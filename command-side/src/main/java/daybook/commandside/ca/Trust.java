// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Judges the certificates of devices: issued, directly or through intermediates, by an authority of
 * ours or one of {@code daybook.scep_ca_fullchain}; meant for clients; valid now.
 */
@Component
public class Trust {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final CertificateAuthority authorities;
  private final List<X509CertificateHolder> configured;

  /**
   * From when to when something counts.
   *
   * @param retirements how many there had been when it was judged
   */
  private record Validity(Instant from, Instant to, int retirements) {
    boolean covers(Instant now) {
      return !now.isBefore(from) && !now.isAfter(to);
    }
  }

  /** Only what is trusted is remembered: a stranger must not be able to spoil a good one. */
  private final Cache<String, Validity> trusted =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(REMEMBERED).build();

  Trust(CertificateAuthority authorities, TrustSettings settings) {
    this.authorities = authorities;
    this.configured = settings.certificates();
  }

  /** A judge that trusts our own authorities and these. */
  public static Trust of(CertificateAuthority authorities, String pemOfOthers) {
    return new Trust(authorities, new TrustSettings(pemOfOthers));
  }

  /** The authorities that are trusted now; ours are missing while the log can't be asked. */
  public List<X509CertificateHolder> authorities(Instant now) {
    List<X509CertificateHolder> anchors = new ArrayList<>();
    Outcome<List<X509CertificateHolder>> ours = authorities.certificates(now);
    if (ours.isAccepted()) {
      anchors.addAll(ours.reply());
    }
    anchors.addAll(configured);
    return anchors;
  }

  /**
   * Judges a certificate whose possession the caller proves otherwise.
   *
   * @param others certificates that came with it, for the way up
   * @return empty when it is trusted; else {@code CERTIFICATE_UNTRUSTED}, {@code
   *     CERTIFICATE_NOT_VALID_NOW}, {@code CERTIFICATE_UNREADABLE}, or why the log can't be asked
   */
  public Optional<Refusal> judge(
      X509CertificateHolder certificate, List<X509CertificateHolder> others, Instant now) {
    Optional<String> sha256 = hash(certificate);
    return sha256.isEmpty()
        ? Optional.of(Refusal.CERTIFICATE_UNREADABLE)
        : judge(certificate, sha256.get(), others, now);
  }

  /**
   * As {@link #judge(X509CertificateHolder, List, Instant)}, for one whose hash is known.
   *
   * @param sha256 of its DER, lower-case hex
   */
  public Optional<Refusal> judge(
      X509CertificateHolder certificate,
      String sha256,
      List<X509CertificateHolder> others,
      Instant now) {
    int retirements = authorities.retirements();
    Validity validity = trusted.getIfPresent(sha256);
    if (validity == null || validity.retirements() != retirements) {
      Optional<Refusal> refusal = follow(certificate, others, now);
      if (refusal.isPresent()) {
        return refusal;
      }
      validity =
          new Validity(
              certificate.getNotBefore().toInstant(),
              certificate.getNotAfter().toInstant(),
              retirements);
      trusted.put(sha256, validity);
    }
    return validity.covers(now) ? Optional.empty() : Optional.of(Refusal.CERTIFICATE_NOT_VALID_NOW);
  }

  private Optional<Refusal> follow(
      X509CertificateHolder certificate, List<X509CertificateHolder> others, Instant now) {
    Outcome<List<X509CertificateHolder>> ours = authorities.certificates(now);
    if (!ours.isAccepted()) {
      return ours.refusal().map(Outcome.Refused::reason);
    }
    List<X509CertificateHolder> anchors = new ArrayList<>(ours.reply());
    anchors.addAll(configured);
    try {
      return new Chain(anchors, others).reaches(certificate, now)
          ? Optional.empty()
          : Optional.of(Refusal.CERTIFICATE_UNTRUSTED);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Bouncy Castle reads lazily: what is malformed inside shows only when it is asked for.
      return Optional.of(Refusal.CERTIFICATE_UNREADABLE);
    }
  }

  private static Optional<String> hash(X509CertificateHolder certificate) {
    try {
      return Optional.of(Sha256.hex(certificate.getEncoded()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
