// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.group.DeviceGroups;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionState;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether the enrollment configuration that led to a certificate lets the device in that comes with
 * it, and whether it is the one whom the certificate was made for. Quota and expiry were judged
 * then; who the device is shows only now. And what groups it gives to those whom it lets in.
 */
@Component
class AdmittedDevices {
  private final Intents intents;

  AdmittedDevices(Intents intents) {
    this.intents = intents;
  }

  /**
   * Refused with {@code CERTIFICATE_OF_ANOTHER_DEVICE}, {@code CONFIGURATION_REVOKED}, or with the
   * name of the list that lacks it.
   */
  Outcome<Void> judge(
      CertificateState certificate, Authenticate device, Instant now, Origin asking) {
    Outcome<SessionState> session =
        intents.send(new DescribeSession(certificate.session(), now), asking);
    Outcome<ConfigurationState> found =
        intents.send(new DescribeConfiguration(now, certificate.configuration()), asking);
    if (!found.isAccepted() || !session.isAccepted()) {
      return found.isAccepted() ? session.map(none -> null) : found.map(none -> null);
    }
    String foretold = session.reply().serialNumber();
    if (foretold != null && !foretold.equals(device.serialNumber())) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_DEVICE,
          "the certificate was made for the serial number " + foretold);
    }
    ConfigurationDetails details = found.reply().configuration().details();
    if (found.reply().revokedAt() != null) {
      return Outcome.refused(Refusal.CONFIGURATION_REVOKED, details.name());
    }
    if (!details.admitsSerialNumber(device.serialNumber())) {
      return Outcome.refused(
          Refusal.SERIAL_NUMBER_NOT_LISTED, "the enrollment is for other serial numbers");
    }
    return details.admitsUdid(device.sender().udid())
        ? Outcome.accepted()
        : Outcome.refused(Refusal.UDID_NOT_LISTED, "the enrollment is for other UDIDs");
  }

  /** None where a certificate was bound before there were configurations for it. */
  Outcome<DeviceGroups> groups(CertificateState certificate, Instant now, Origin asking) {
    return certificate.configuration() == null
        ? Outcome.accepted(DeviceGroups.NONE)
        : intents
            .send(new DescribeConfiguration(now, certificate.configuration()), asking)
            .map(it -> it.configuration().details())
            .map(it -> new DeviceGroups(it.businessUnit(), it.tags()));
  }
}
