// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.configuration;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Page;
import daybook.commandside.operator.Resource;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.commandside.session.EnrollmentConfigurations.Created;
import daybook.domain.Outcome;
import daybook.domain.access.Requires;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Enrollment configurations, newest first. One that has let devices in is revoked, not deleted. */
@RestController
class OtaEnrollmentController {
  private static final String LIST = "/api/mdm/ota_enrollments/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final Resource CONFIGURATION =
      new Resource("ota enrollment", "OTAEnrollment", "This OTA enrollment cannot be deleted");

  private final Desk desk;
  private final References references;
  private final EnrollmentConfigurations configurations;
  private final OtaEnrollmentEntries entries;
  private final Clock clock;

  OtaEnrollmentController(
      Desk desk,
      References references,
      EnrollmentConfigurations configurations,
      OtaEnrollmentEntries entries,
      Clock clock) {
    this.desk = desk;
    this.references = references;
    this.configurations = configurations;
    this.entries = entries;
    this.clock = clock;
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_otaenrollment", name = "Ota Enrollment List")
  Page<Map<String, Object>> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    return Page.of(
        desk.ask(ListConfigurations::new, request).stream()
            .filter(it -> name == null || name.isEmpty() || it.configuration().name().equals(name))
            .sorted(
                Comparator.comparing((ConfigurationState it) -> it.configuration().number())
                    .reversed())
            .map(entries::of)
            .toList(),
        request);
  }

  @GetMapping(ONE)
  @Requires(value = "mdm.view_otaenrollment", name = "Ota Enrollment Detail")
  Map<String, Object> get(@PathVariable("number") long number, HttpServletRequest request) {
    return entries.of(find(number, request));
  }

  @PostMapping(LIST)
  @Requires(
      value = "mdm.add_otaenrollment",
      name = "Ota Enrollment List",
      fields = OtaEnrollmentInput.Fields.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    ConfigurationDetails details =
        OtaEnrollmentInput.read(body, null, references.known(request), clock.instant());
    Outcome<Created> told = configurations.create(details, desk.origin(request));
    return desk.answer(
        told, CONFIGURATION, HttpStatus.CREATED, () -> get(told.reply().number(), request));
  }

  @PutMapping(ONE)
  @Requires(
      value = "mdm.change_otaenrollment",
      name = "Ota Enrollment Detail",
      fields = OtaEnrollmentInput.Fields.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    ConfigurationDetails present = find(number, request).configuration().details();
    ConfigurationDetails details =
        OtaEnrollmentInput.read(body, present, references.known(request), clock.instant());
    Outcome<Void> told = configurations.change(number, details, desk.origin(request));
    return desk.answer(told, CONFIGURATION, HttpStatus.OK, () -> get(number, request));
  }

  @PostMapping(ONE + "revoke/")
  @Requires(value = "mdm.change_otaenrollment", name = "Ota Enrollment Revoke")
  ResponseEntity<Object> revoke(@PathVariable("number") long number, HttpServletRequest request) {
    find(number, request);
    Outcome<Void> told = configurations.revoke(number, desk.origin(request));
    return desk.answer(told, CONFIGURATION, HttpStatus.OK, () -> get(number, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "mdm.delete_otaenrollment", name = "Ota Enrollment Detail")
  ResponseEntity<Object> remove(@PathVariable("number") long number, HttpServletRequest request) {
    find(number, request);
    return desk.gone(configurations.delete(number, desk.origin(request)), CONFIGURATION);
  }

  private ConfigurationState find(long number, HttpServletRequest request) {
    return desk.ask(ListConfigurations::new, request).stream()
        .filter(it -> it.configuration().number() == number)
        .findFirst()
        .orElseThrow(CONFIGURATION::noSuch);
  }
}
