// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.device.message.Sender;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.RenewIdentity;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.Platform;
import daybook.domain.group.DeviceGroups;

/**
 * A device presents itself, with a new identity.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/authenticaterequest">AuthenticateRequest</a>
 */
record Authenticate(Sender sender, String topic, Fields fields) implements CheckinMessage {
  private static final String STARTED = "EnrollmentStarted";

  static Authenticate read(Sender sender, Fields fields) {
    if (sender.isUser()) {
      throw UnreadablePlist.invalid("UserID", "can't be in Authenticate");
    }
    return new Authenticate(sender, fields.requiredText("Topic", Fields.LONGEST_WORD), fields);
  }

  /** The serial number, or null: a User Enrollment has none. */
  String serialNumber() {
    return fields.text("SerialNumber");
  }

  /** A new enrollment. */
  EnrollmentIntent<Void> start(
      Telling telling, long number, CertificateState certificate, DeviceGroups groups) {
    return new StartEnrollment(
        telling.enrollment(),
        telling.now(),
        number,
        issued(telling, certificate),
        certificate.configuration() == null ? null : certificate.configuration().value(),
        groups,
        topic,
        identity(telling.sealing()),
        telling.message(STARTED),
        telling.hourlyEvents());
  }

  /** A new certificate for the enrollment that stands. */
  EnrollmentIntent<Void> renew(Telling telling, CertificateState certificate, String replaces) {
    return new RenewIdentity(
        telling.enrollment(),
        telling.now(),
        issued(telling, certificate),
        replaces,
        topic,
        telling.message("IdentityRenewed"),
        telling.hourlyEvents());
  }

  private static DeviceCertificate issued(Telling telling, CertificateState state) {
    DeviceCertificate shown = telling.caller().certificate();
    return new DeviceCertificate(
        shown.sha256(),
        shown.notBefore(),
        shown.notAfter(),
        shown.issuer(),
        state.session() == null ? null : state.session().value(),
        telling.caller().mode());
  }

  private DeviceIdentity identity(Sealing sealing) {
    String productName = fields.text("ProductName");
    String model = fields.text("Model");
    return new DeviceIdentity(
        sender.udid(),
        sender.enrollmentId(),
        serialNumber(),
        productName,
        model,
        fields.text("ModelName"),
        Platform.ofProductName(productName).word(),
        fields.text("OSVersion"),
        fields.text("BuildVersion"),
        sealing.personal(STARTED, "identity.deviceName", fields.text("DeviceName")),
        sealing.personal(STARTED, "identity.imei", fields.text("IMEI")),
        sealing.personal(STARTED, "identity.meid", fields.text("MEID")));
  }
}
