// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether the enrollment configuration that led to a certificate lets the device in that comes with
 * it. Quota and expiry were judged when the certificate was made; who the device is shows only now.
 */
@Component
class AdmittedDevices {
  private final Intents intents;

  AdmittedDevices(Intents intents) {
    this.intents = intents;
  }

  /** Refused with {@code CONFIGURATION_REVOKED}, or with the name of the list that lacks it. */
  Outcome<Void> judge(ConfigurationId by, Authenticate device, Instant now, Origin asking) {
    Outcome<ConfigurationState> found = intents.send(new DescribeConfiguration(now, by), asking);
    if (!found.isAccepted()) {
      return found.map(none -> null);
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
}
