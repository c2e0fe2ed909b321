// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.identity.Caller;
import daybook.commandside.device.identity.Claim;
import daybook.commandside.device.identity.Entry;
import daybook.commandside.device.message.Refusing;
import daybook.commandside.door.BoundedBody;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.command.CommandIntent.CloseOversizedReport;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Reports over the limit. They are read to their end without being kept; the certificate says which
 * enrollment they belong to; the command that is out is closed, and so the queue moves on.
 */
@Component
class OversizedReports {
  private final Intents intents;
  private final Origins origins;
  private final Refusing refusing;
  private final DoorSettings settings;
  private final Clock clock;

  OversizedReports(
      Intents intents, Origins origins, Refusing refusing, DoorSettings settings, Clock clock) {
    this.intents = intents;
    this.origins = origins;
    this.refusing = refusing;
    this.settings = settings;
    this.clock = clock;
  }

  ResponseEntity<byte[]> answer(HttpServletRequest request, Entry.Oversized entry)
      throws IOException {
    Claim claim = entry.claim();
    Outcome<CertificateState> certificate =
        intents.send(
            new DescribeCertificate(claim.sha256(), clock.instant()),
            origins.asking(request, Actor.stranger()));
    if (!certificate.isAccepted()) {
      return refuse(certificate.refusal().orElseThrow(), entry, request);
    }
    EnrollmentId enrollment = certificate.reply().boundTo();
    if (enrollment == null) {
      return refusing.tooLarge(Connects.DOOR, entry, request);
    }
    BoundedBody body = entry.body();
    Claim.Proof proof = claim.proof();
    MessageDigest digest = sha256();
    boolean ended =
        body.readOn(
            settings.connectDigestLimit().toBytes(),
            (buffer, offset, count) -> {
              proof.update(buffer, offset, count);
              digest.update(buffer, offset, count);
            });
    if (!ended) {
      return refusing.tooLarge(Connects.DOOR, entry, request);
    }
    Outcome<Caller> caller = proof.end();
    if (!caller.isAccepted()) {
      return refuse(caller.refusal().orElseThrow(), entry, request);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    Outcome<Void> closed = close(enrollment, claim, body.length(), sha256, request);
    return closed.isAccepted()
        ? ResponseEntity.ok().build()
        : refuse(closed.refusal().orElseThrow(), entry, request);
  }

  private Outcome<Void> close(
      EnrollmentId enrollment, Claim claim, long bytes, String sha256, HttpServletRequest request) {
    Actor device = new Actor(Actor.Kind.DEVICE, enrollment.value());
    return intents.send(
        new CloseOversizedReport(enrollment, clock.instant(), claim.sha256(), bytes, sha256),
        origins.of(request, device, Subject.of(enrollment.stream())));
  }

  private ResponseEntity<byte[]> refuse(
      Outcome.Refused<?> refused, Entry.Oversized entry, HttpServletRequest request) {
    return refusing.refuse(
        Connects.DOOR,
        refused.reason(),
        refused.detail(),
        entry.claim().sha256(),
        entry.body().bytes(),
        request);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
