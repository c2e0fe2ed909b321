// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.Trust;
import daybook.commandside.door.TrustedProxies;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Finds out who a request says that it comes from: by {@code Mdm-Signature}, by the headers of a
 * trusted proxy, or by both, if they name the same certificate.
 */
@Component
public class Identities {
  static final String SIGNATURE = "Mdm-Signature";
  static final String CERTIFICATE = "X-SSL-Client-Cert";
  static final String SUBJECT = "X-SSL-Client-S-DN";

  private final Trust trust;
  private final TrustedProxies proxies;
  private final Counter dropped;

  /** Trusted ones only, so that strangers can't push them out. */
  private final Cache<String, KnownCertificate> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

  public Identities(Trust trust, TrustedProxies proxies, MeterRegistry meters) {
    this.trust = trust;
    this.proxies = proxies;
    this.dropped =
        Counter.builder("daybook.certificate.headers.dropped")
            .description("Client certificate headers from addresses that aren't trusted proxies")
            .register(meters);
  }

  /** Reads what a request says of its identity, without judging it. */
  public Outcome<Claim> claim(HttpServletRequest request) {
    try {
      Optional<Claim> signed = only(request, SIGNATURE).map(this::signed);
      Optional<KnownCertificate> vouched = vouched(request);
      if (signed.isPresent() && vouched.isPresent()) {
        String theirs = vouched.get().facts().sha256();
        if (!signed.get().sha256().equals(theirs)) {
          return Outcome.refused(
              Refusal.IDENTITIES_DISAGREE,
              "Mdm-Signature and the client certificate name two identities");
        }
      }
      return signed
          .or(() -> vouched.map(certificate -> new Claim(certificate, null, List.of())))
          .map(Outcome::accepted)
          .orElseGet(
              () ->
                  Outcome.refused(
                      Refusal.IDENTITY_MISSING, "neither signed nor with a client certificate"));
    } catch (UnreadableIdentity e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  /** Judges the certificate of a claim by the server's clock; empty when it is trusted. */
  public Optional<Refusal> judge(Claim claim, Instant now) {
    Optional<Refusal> refusal = trust.judge(claim.certificate().holder(), claim.others(), now);
    if (refusal.isPresent()) {
      return refusal;
    }
    try {
      DeviceKey key = claim.certificate().key();
      if (claim.signature() != null && !key.fits(claim.signature().family())) {
        return Optional.of(Refusal.SIGNATURE_UNREADABLE);
      }
    } catch (UnreadableIdentity e) {
      return Optional.of(e.reason());
    }
    remember(claim.certificate());
    return Optional.empty();
  }

  private Claim signed(String header) {
    SignedMessage message = SignedMessage.read(header);
    List<X509CertificateHolder> others = new ArrayList<>();
    KnownCertificate signer = null;
    for (byte[] der : message.certificates()) {
      KnownCertificate certificate = certificate(der);
      if (signer == null && names(message.signer(), certificate.holder())) {
        signer = certificate;
      } else {
        others.add(certificate.holder());
      }
    }
    if (signer == null) {
      throw UnreadableIdentity.signature("Mdm-Signature lacks its signer's certificate");
    }
    return new Claim(signer, message, others);
  }

  static boolean names(SignerIdentifier signer, X509CertificateHolder holder) {
    try {
      return named(signer, holder);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Bouncy Castle reads lazily: what is malformed inside shows only when it is asked for.
      return false;
    }
  }

  private static boolean named(SignerIdentifier signer, X509CertificateHolder holder) {
    if (signer.isTagged()) {
      Extension extension = holder.getExtension(Extension.subjectKeyIdentifier);
      return extension != null
          && Arrays.equals(
              SubjectKeyIdentifier.getInstance(signer.getId()).getKeyIdentifier(),
              SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier());
    }
    IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(signer.getId());
    return name.getSerialNumber().hasValue(holder.getSerialNumber())
        && name.getName().equals(holder.getIssuer());
  }

  private Optional<KnownCertificate> vouched(HttpServletRequest request) {
    if (request.getHeader(CERTIFICATE) == null) {
      return Optional.empty();
    }
    if (!proxies.speakFor(request)) {
      dropped.increment();
      return Optional.empty();
    }
    Optional<KnownCertificate> certificate =
        only(request, CERTIFICATE).map(CertificateHeader::read).map(this::certificate);
    Optional<String> subject = only(request, SUBJECT);
    if (certificate.isPresent()
        && subject.isPresent()
        && !SubjectName.agrees(subject.get(), certificate.get().holder().getSubject())) {
      throw new UnreadableIdentity(
          Refusal.SUBJECT_DISAGREES, SUBJECT + " is not the subject of " + CERTIFICATE);
    }
    return certificate;
  }

  private KnownCertificate certificate(byte[] der) {
    KnownCertificate found = known.getIfPresent(Sha256.hex(der));
    return found != null ? found : KnownCertificate.read(der);
  }

  private void remember(KnownCertificate certificate) {
    if (known.getIfPresent(certificate.facts().sha256()) == null) {
      known.put(certificate.facts().sha256(), certificate);
    }
  }

  /** The value of a header that must not be there twice; empty when it is absent or blank. */
  private static Optional<String> only(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw UnreadableIdentity.signature(name + " was sent more than once");
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }
}
