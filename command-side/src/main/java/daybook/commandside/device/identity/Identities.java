// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.Trust;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.enrollment.IdentityMode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Finds out who a request says that it comes from: by {@code Mdm-Signature}, by the header of a
 * trusted proxy, by the certificate that it showed in TLS, or by several of these, if they name the
 * same certificate.
 */
@Component
public class Identities {
  static final String SIGNATURE = "Mdm-Signature";

  private final Trust trust;
  private final ProxyHeaders proxy;

  /** Trusted ones only, so that strangers can't push them out. */
  private final Cache<String, KnownCertificate> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

  /** What proxies say of those: a device comes with the same words each time. */
  private final Cache<ProxyHeaders.Word, Claim> vouched =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

  public Identities(Trust trust, ProxyHeaders proxy) {
    this.trust = trust;
    this.proxy = proxy;
  }

  /** Reads what a request says of its identity, without judging it. */
  public Outcome<Claim> claim(HttpServletRequest request) {
    try {
      Optional<String> dropped = proxy.dropped(request);
      List<Claim> claims =
          Stream.of(
                  only(request, SIGNATURE).map(this::signed),
                  proxy.read(request).map(this::vouched),
                  TlsCertificates.of(request).map(this::shown))
              .flatMap(Optional::stream)
              .toList();
      if (claims.stream().map(Claim::sha256).distinct().count() > 1) {
        return Outcome.refused(
            Refusal.IDENTITIES_DISAGREE, "the request names two identities: " + modes(claims));
      }
      return claims.isEmpty() ? nobody(dropped) : Outcome.accepted(claims.get(0));
    } catch (UnreadableIdentity e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  /** Judges the certificate of a claim by the server's clock; empty when it is trusted. */
  public Optional<Refusal> judge(Claim claim, Instant now) {
    Optional<Refusal> refusal =
        trust.judge(claim.certificate().holder(), claim.sha256(), claim.others(), now);
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

  /**
   * A body that is a CMS signature around its content.
   *
   * @param claim who signed it, by its word
   * @param content what is signed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record SignedBody(Claim claim, byte[] content) {}

  /** Reads such a body, without judging who signed it; refused when it is none. */
  public Outcome<SignedBody> around(byte[] body) {
    try {
      SignedMessage.Around around = SignedMessage.readAround(body);
      return Outcome.accepted(new SignedBody(claim(around.message()), around.content()));
    } catch (UnreadableIdentity e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  /** Who signed such a body, if the signature is by the key of the certificate that it names. */
  public Outcome<Caller> prove(SignedBody body) {
    try {
      Claim claim = body.claim();
      return claim.certificate().key().fits(claim.signature().family())
          ? claim.prove(body.content())
          : Outcome.refused(Refusal.SIGNATURE_UNREADABLE, "signed by another kind of key");
    } catch (UnreadableIdentity e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  private Claim signed(String header) {
    return claim(SignedMessage.read(header));
  }

  private Claim claim(SignedMessage message) {
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
      throw UnreadableIdentity.signature("the signature lacks its signer's certificate");
    }
    return new Claim(signer, IdentityMode.SIGNATURE, message, others);
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

  private static Outcome<Claim> nobody(Optional<String> dropped) {
    return dropped
        .map(
            header ->
                Outcome.<Claim>refused(
                    Refusal.PROXY_UNTRUSTED,
                    header
                        + " is no proxy's word: daybook.trusted_proxies lacks the sender, or"
                        + " daybook.mtls_proxy_header names another header"))
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.IDENTITY_MISSING, "neither signed nor with a client certificate"));
  }

  private Claim vouched(ProxyHeaders.Word word) {
    Claim found = vouched.getIfPresent(word);
    if (found != null) {
      return found;
    }
    List<byte[]> certificates = proxy.certificates(word);
    KnownCertificate certificate = certificate(certificates.get(0));
    if (word.subject() != null
        && !SubjectName.agrees(word.subject(), certificate.holder().getSubject())) {
      throw new UnreadableIdentity(
          Refusal.SUBJECT_DISAGREES,
          proxy.subjectName() + " is not the subject of " + proxy.name());
    }
    Claim claim = new Claim(certificate, IdentityMode.PROXY, null, others(certificates));
    if (known.getIfPresent(claim.sha256()) != null) {
      vouched.put(word, claim);
    }
    return claim;
  }

  /** TLS has proven by itself that the client holds the key. */
  private Claim shown(List<byte[]> certificates) {
    return new Claim(
        certificate(certificates.get(0)), IdentityMode.TLS, null, others(certificates));
  }

  private static String modes(List<Claim> claims) {
    return claims.stream()
        .map(claim -> claim.mode().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private List<X509CertificateHolder> others(List<byte[]> certificates) {
    return certificates.stream().skip(1).map(der -> certificate(der).holder()).toList();
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
    Enumeration<String> values = request.getHeaders(name);
    String value = values.hasMoreElements() ? values.nextElement() : "";
    if (values.hasMoreElements()) {
      throw UnreadableIdentity.signature(name + " was sent more than once");
    }
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }
}
