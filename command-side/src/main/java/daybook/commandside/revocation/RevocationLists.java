// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.revocation;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.DistinguishedName;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.SigningAuthority;
import daybook.domain.Outcome;
import daybook.domain.certificate.RevokedIdentities;
import daybook.domain.certificate.RevokedIdentity;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/**
 * The revocation list of each authority of ours, RFC 5280 section 5: all revoked identities that
 * could still let somebody in. Signed anew when something was revoked, else once a day; good for a
 * week, so that a verifier survives our absence. Its number is the time in milliseconds at which it
 * was signed.
 */
@Component
class RevocationLists {
  private static final Duration SIGNED_EVERY = Duration.ofDays(1);
  private static final Duration LASTS = Duration.ofDays(7);

  private final CertificateAuthority authorities;
  private final RevokedIdentities revoked;
  private final RenewalSettings settings;
  private final Map<String, Signed> signed = new ConcurrentHashMap<>();

  /** A list, and what is on it. */
  private record Signed(List<RevokedIdentity> entries, Instant at, X509CRLHolder list) {
    boolean stillTells(List<RevokedIdentity> now, Instant time) {
      return entries.equals(now) && !time.isBefore(at) && time.isBefore(at.plus(SIGNED_EVERY));
    }
  }

  RevocationLists(
      CertificateAuthority authorities, RevokedIdentities revoked, RenewalSettings settings) {
    this.authorities = authorities;
    this.revoked = revoked;
    this.settings = settings;
  }

  /**
   * The list of one authority.
   *
   * @param name as operators call the authority
   * @return empty when no trusted authority is called so; refused when the log can't be asked
   */
  Outcome<Optional<X509CRLHolder>> of(String name, Instant now) {
    return authorities
        .withKeys(now)
        .map(
            all ->
                all.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .map(authority -> list(authority, now)));
  }

  private X509CRLHolder list(SigningAuthority authority, Instant now) {
    String issuer = DistinguishedName.of(authority.certificate().getSubject());
    List<RevokedIdentity> entries = revoked.of(issuer, now.minus(settings.renewalGrace()));
    return signed
        .compute(
            authority.name(),
            (name, last) ->
                last != null && last.stillTells(entries, now)
                    ? last
                    : sign(authority, entries, later(last, now)))
        .list();
  }

  /** Numbers grow, though the clock may stand still or be set back. */
  private static Instant later(Signed last, Instant now) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    return last == null || time.isAfter(last.at()) ? time : last.at().plusMillis(1);
  }

  private static Signed sign(
      SigningAuthority authority, List<RevokedIdentity> entries, Instant at) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(at));
    builder.setNextUpdate(Date.from(at.plus(LASTS)));
    entries.forEach(
        each ->
            builder.addCRLEntry(
                new BigInteger(each.serialNumber(), 16), Date.from(each.revokedAt()), 0));
    try {
      builder
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new BcX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()))
          .addExtension(
              Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(at.toEpochMilli())));
      return new Signed(
          entries,
          at,
          builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.key())));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("an authority that can't sign", e);
    }
  }
}
