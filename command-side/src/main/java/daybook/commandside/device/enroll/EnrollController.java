// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.door.Origins;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enrollment links: whoever has one gets a profile, and with it one certificate. */
@RestController
class EnrollController {
  private final Enrollments enrollments;
  private final Origins origins;
  private final EnrollAnswers answers;
  private final Clock clock;

  EnrollController(Enrollments enrollments, Origins origins, EnrollAnswers answers, Clock clock) {
    this.enrollments = enrollments;
    this.origins = origins;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * The profile.
   *
   * @param signed whether inside a CMS signature of ours; tools often want the bare property list
   * @param shared whether with one challenge for many devices
   */
  @GetMapping({"/public/mdm/enroll/{secret}", "/public/mdm/enroll/{secret}/"})
  ResponseEntity<byte[]> profile(
      @PathVariable String secret,
      @RequestParam(defaultValue = "true") boolean signed,
      @RequestParam(defaultValue = "false") boolean shared,
      HttpServletRequest request) {
    Outcome<Enrollments.Terms> found =
        enrollments.find(secret, origins.asking(request, Actor.stranger()));
    // Who only looks at the headers, as previews of links do, opens no session.
    Outcome<byte[]> profile =
        !found.isAccepted() || request.getMethod().equals("HEAD")
            ? found.map(terms -> new byte[0])
            : serve(found.reply(), secret, signed, shared, request);
    return answers.of("enroll", profile, request);
  }

  private Outcome<byte[]> serve(
      Enrollments.Terms terms,
      String secret,
      boolean signed,
      boolean shared,
      HttpServletRequest request) {
    Origin origin = origins.of(request, Actor.stranger(), Origins.strangers(clock.instant()));
    return shared
        ? enrollments.shared(terms, secret, signed, origin)
        : enrollments.oneUse(terms, signed, origin);
  }
}
