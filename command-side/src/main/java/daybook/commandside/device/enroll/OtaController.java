// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.DeviceProblem;
import daybook.commandside.device.enroll.Enrollments.Terms;
import daybook.commandside.door.BoundedBody;
import daybook.commandside.door.Origins;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enrollment over the air: the link of its first phase, and where devices answer. */
@RestController
class OtaController {
  private static final String DOOR = "ota_enroll";

  /** Certificates of a chain and a few words: real ones have 5 KB. */
  private static final int LONGEST = 64 * 1024;

  private final Enrollments enrollments;
  private final OtaAnswers devices;
  private final OtaEnrollments phases;
  private final EnrollAnswers answers;
  private final Refusals refusals;
  private final Origins origins;
  private final Clock clock;

  OtaController(
      Enrollments enrollments,
      OtaAnswers devices,
      OtaEnrollments phases,
      EnrollAnswers answers,
      Refusals refusals,
      Origins origins,
      Clock clock) {
    this.enrollments = enrollments;
    this.devices = devices;
    this.phases = phases;
    this.answers = answers;
    this.refusals = refusals;
    this.origins = origins;
    this.clock = clock;
  }

  /** The first phase. */
  @GetMapping({OtaProfiles.PATH + "{secret}", OtaProfiles.PATH + "{secret}/"})
  ResponseEntity<byte[]> service(
      @PathVariable("secret") String secret,
      @RequestParam(name = "signed", defaultValue = "true") boolean signed,
      HttpServletRequest request) {
    Outcome<Terms> found = enrollments.find(secret, origins.asking(request, Actor.stranger()));
    Outcome<byte[]> profile =
        found.isAccepted()
            ? phases.service(found.reply(), secret, signed)
            : found.map(none -> null);
    return answers.of(DOOR, profile, request);
  }

  /** The second and the third. Nothing that is refused here is a 401: nobody is enrolled yet. */
  @PostMapping({"/public/mdm/ota_enroll", OtaProfiles.PATH})
  ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
    BoundedBody body = BoundedBody.read(request, LONGEST);
    if (!body.whole()) {
      return refuse(
          Refusal.BODY_TOO_LARGE, "above " + LONGEST + " bytes", null, body.bytes(), request);
    }
    Outcome<OtaAnswer> read = devices.read(body.bytes());
    if (!read.isAccepted()) {
      Outcome.Refused<OtaAnswer> no = read.refusal().get();
      return refuse(no.reason(), no.detail(), null, body.bytes(), request);
    }
    OtaAnswer answer = read.reply();
    Origin origin = origins.of(request, Actor.stranger(), Origins.strangers(clock.instant()));
    Outcome<byte[]> profile =
        phases.answer(answer, origins.asking(request, Actor.stranger()), origin);
    return profile
        .refusal()
        .map(
            no -> refuse(no.reason(), no.detail(), answer.signer().sha256(), body.bytes(), request))
        .orElseGet(() -> answers.profile(profile.reply()));
  }

  private ResponseEntity<byte[]> refuse(
      Refusal reason, String detail, String certificate, byte[] body, HttpServletRequest request) {
    if (!DeviceProblem.passes(reason)) {
      refusals.refused(DOOR, reason, detail, certificate, body, request);
    }
    ResponseEntity<byte[]> told = DeviceProblem.answer(reason, detail);
    if (!told.getStatusCode().equals(HttpStatus.UNAUTHORIZED)) {
      return told;
    }
    String line = reason.name().toLowerCase(Locale.ROOT) + ": " + detail + "\n";
    return ResponseEntity.badRequest()
        .contentType(MediaType.TEXT_PLAIN)
        .body(line.getBytes(StandardCharsets.UTF_8));
  }
}
