// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.door.BoundedBody;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.enrollment.IdentityMode;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Who a request says that it comes from. It counts once the certificate is trusted and, where it
 * came with a signature, this matches the body.
 *
 * @param mode how it is proven
 * @param signature null unless it is proven by signature
 * @param others certificates that came with it
 */
public record Claim(
    KnownCertificate certificate,
    IdentityMode mode,
    SignedMessage signature,
    List<X509CertificateHolder> others) {

  /** Lower-case hex SHA-256 of the certificate. */
  public String sha256() {
    return certificate.facts().sha256();
  }

  /** Who made the certificate, as a distinguished name. */
  public String issuer() {
    return certificate.facts().issuer();
  }

  /** The certificate itself. */
  public X509CertificateHolder holder() {
    return certificate.holder();
  }

  /** The caller, if the signature matches the whole body. */
  public Outcome<Caller> prove(byte[] body) {
    Proof proof = proof();
    proof.update(body, 0, body.length);
    return proof.end();
  }

  /** Begins a proof over a body that is read piece by piece. */
  public Proof proof() {
    if (signature == null) {
      return new Proof(this, null, null);
    }
    return signature.signedAttributes() == null
        ? new Proof(this, null, certificate.key().check(signature.digest()))
        : new Proof(this, signature.digest().jdk(), null);
  }

  /** A signature being compared with a body. */
  public static final class Proof implements BoundedBody.Sink {
    private final Claim claim;
    private final MessageDigest digest;
    private final DeviceKey.SignatureCheck whole;

    private Proof(Claim claim, MessageDigest digest, DeviceKey.SignatureCheck whole) {
      this.claim = claim;
      this.digest = digest;
      this.whole = whole;
    }

    @Override
    public void update(byte[] buffer, int offset, int count) {
      if (digest != null) {
        digest.update(buffer, offset, count);
      } else if (whole != null) {
        whole.update(buffer, offset, count);
      }
    }

    /** The caller, if the signature matches all that was seen. */
    public Outcome<Caller> end() {
      return claim.signature == null || matches()
          ? Outcome.accepted(
              new Caller(
                  claim.certificate.facts(),
                  claim.mode,
                  claim.certificate.named(),
                  claim.certificate.subject()))
          : Outcome.refused(
              Refusal.SIGNATURE_MISMATCH, "the signature does not match what it came with");
    }

    private boolean matches() {
      SignedMessage signature = claim.signature;
      if (whole != null) {
        return whole.matches(signature.signature());
      }
      if (!MessageDigest.isEqual(digest.digest(), signature.bodyDigest())) {
        return false;
      }
      DeviceKey.SignatureCheck check = claim.certificate.key().check(signature.digest());
      check.update(signature.signedAttributes(), 0, signature.signedAttributes().length);
      return check.matches(signature.signature());
    }
  }
}
