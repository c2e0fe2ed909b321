// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.SigningAuthority;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Intents;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.SessionIntent.RefuseCertificate;
import daybook.domain.session.SessionState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers one PKIOperation: reads the layers from the outside in, has the session decide, and
 * writes a CertRep. What can't be read at all is a 400; every other refusal is a signed answer.
 */
@Component
class PkiOperation {
  static final String CONTENT_TYPE = "application/x-pki-message";
  private static final String PKCS_REQ = "19";
  private static final String RENEWAL_REQ = "17";
  private static final Set<Refusal> TRANSIENT =
      Set.of(Refusal.BUSY, Refusal.STORE_UNAVAILABLE, Refusal.CLOCK_UNTRUSTED);
  private static final Logger LOG = LoggerFactory.getLogger(PkiOperation.class);

  private final CertificateAuthority authorities;
  private final Admission challenges;
  private final RenewalAdmission renewals;
  private final Issuance issuance;
  private final Intents intents;
  private final Refusals refusals;
  private final RefusalBudget budget;
  private final ScepSettings settings;

  PkiOperation(
      CertificateAuthority authorities,
      Admission challenges,
      RenewalAdmission renewals,
      Issuance issuance,
      Intents intents,
      Refusals refusals,
      RefusalBudget budget,
      ScepSettings settings) {
    this.authorities = authorities;
    this.challenges = challenges;
    this.renewals = renewals;
    this.issuance = issuance;
    this.intents = intents;
    this.refusals = refusals;
    this.budget = budget;
    this.settings = settings;
  }

  ScepAnswer answer(byte[] bytes, Caller caller) {
    Outcome<List<SigningAuthority>> all = authorities.withKeys(caller.now());
    Outcome<SigningAuthority> signing = authorities.signing(caller.now());
    if (!all.isAccepted() || !signing.isAccepted()) {
      return ScepAnswer.later();
    }
    PkiMessage message;
    try {
      message = PkiMessage.read(bytes);
    } catch (ScepProblem e) {
      refusals.refused("scep", e.reason(), e.getMessage(), null, bytes, caller.request());
      return ScepAnswer.refused(400);
    }
    CertRep reply = new CertRep(signing.reply(), message, caller.now());
    try {
      message.requireSignature();
      Envelope envelope = Envelope.read(message.envelope(), all.reply());
      CertificateRequest request = CertificateRequest.read(envelope.open());
      judgeWeakness(message, envelope, request);
      CertRep fromItsOwn = new CertRep(envelope.recipient(), message, caller.now());
      return issue(message, request, caller, fromItsOwn, envelope.cipher());
    } catch (ScepProblem e) {
      return refuse(message, e.reason(), e.getMessage(), null, caller, reply);
    }
  }

  private ScepAnswer issue(
      PkiMessage message,
      CertificateRequest request,
      Caller caller,
      CertRep reply,
      ContentCipher cipher)
      throws ScepProblem {
    Outcome<SessionState> admitted = admit(message, request, caller);
    if (admitted.refusal().isPresent()) {
      var refused = admitted.refusal().get();
      return refuse(message, refused.reason(), refused.detail(), null, caller, reply);
    }
    SessionState session = admitted.reply();
    Outcome<IssuedCertificate> issued =
        issuance.issue(session, request, message.transactionId(), caller);
    if (issued.refusal().isPresent()) {
      var refused = issued.refusal().get();
      return refuse(message, refused.reason(), refused.detail(), session, caller, reply);
    }
    return ScepAnswer.ok(CONTENT_TYPE, reply.success(certificate(issued.reply()), cipher));
  }

  /** A request without challenge can only be a renewal; some clients send it as a PKCSReq. */
  private Outcome<SessionState> admit(PkiMessage message, CertificateRequest request, Caller caller)
      throws ScepProblem {
    boolean first = message.messageType().equals(PKCS_REQ);
    if (!first && !message.messageType().equals(RENEWAL_REQ)) {
      throw new ScepProblem(
          Refusal.SCEP_OPERATION_UNKNOWN, "message type " + message.messageType());
    }
    String transaction = message.transactionId();
    if (first && request.challenge().isPresent()) {
      return challenges.admit(request.challenge().get(), request, transaction, caller);
    }
    X509CertificateHolder signer = message.signerCertificate();
    return first && signer.getSubject().equals(signer.getIssuer())
        ? Outcome.refused(Refusal.CHALLENGE_MISSING, "no challenge")
        : renewals.admit(signer, request, transaction, caller);
  }

  private void judgeWeakness(PkiMessage message, Envelope envelope, CertificateRequest request)
      throws ScepProblem {
    List<String> weak = new ArrayList<>();
    if (envelope.cipher().weak()) {
      weak.add(envelope.cipher().name());
    }
    if (message.digest().weak() || request.weak()) {
      weak.add(MessageDigestName.SHA_1.name());
    }
    if (!weak.isEmpty()) {
      LOG.info("SCEP request {} uses {}", message.transactionId(), weak);
      if (!settings.scepAllowWeak()) {
        throw new ScepProblem(Refusal.ALGORITHM_WEAK, String.join(", ", weak));
      }
    }
  }

  private ScepAnswer refuse(
      PkiMessage message,
      Refusal reason,
      String detail,
      SessionState session,
      Caller caller,
      CertRep reply) {
    if (TRANSIENT.contains(reason)) {
      return ScepAnswer.later();
    }
    if (session == null || !told(session, message, reason, caller)) {
      refusals.refused("scep", reason, detail, null, null, caller.request());
    }
    return ScepAnswer.ok(CONTENT_TYPE, reply.failure(FailInfo.of(reason)));
  }

  private boolean told(SessionState session, PkiMessage message, Refusal reason, Caller caller) {
    return budget.take(session.session())
        && intents
            .send(
                new RefuseCertificate(
                    session.session(), caller.now(), message.transactionId(), reason.name()),
                caller.stranger())
            .isAccepted();
  }

  private static X509CertificateHolder certificate(IssuedCertificate issued) {
    try {
      return new X509CertificateHolder(Base64.getDecoder().decode(issued.der()));
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was issued can be read", e);
    }
  }
}
