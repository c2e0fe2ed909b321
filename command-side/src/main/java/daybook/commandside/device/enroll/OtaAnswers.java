// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.ca.DeviceAuthorities;
import daybook.commandside.ca.Trust;
import daybook.commandside.device.DeviceSettings;
import daybook.commandside.device.identity.Caller;
import daybook.commandside.device.identity.Claim;
import daybook.commandside.device.identity.Identities;
import daybook.commandside.device.identity.Identities.SignedBody;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what devices answer over the air, and finds out who signed it. */
@Component
class OtaAnswers {
  private final Identities identities;
  private final DeviceAuthorities makers;
  private final Trust trust;
  private final DeviceSettings settings;
  private final Clock clock;

  OtaAnswers(
      Identities identities,
      DeviceAuthorities makers,
      Trust trust,
      DeviceSettings settings,
      Clock clock) {
    this.identities = identities;
    this.makers = makers;
    this.trust = trust;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads one; refused unless its signature is right, and by a key that the device's maker or an
   * authority of identities certified.
   *
   * @param body a CMS signature around a property list
   */
  Outcome<OtaAnswer> read(byte[] body) {
    Outcome<SignedBody> signed = identities.around(body);
    if (!signed.isAccepted()) {
      return signed.map(none -> null);
    }
    Claim claim = signed.reply().claim();
    boolean byMaker = makers.vouchFor(claim.holder());
    Optional<Refusal> distrust =
        byMaker ? Optional.empty() : trust.judge(claim.holder(), claim.others(), clock.instant());
    if (distrust.isPresent()) {
      boolean unknown = distrust.get() == Refusal.CERTIFICATE_UNTRUSTED;
      return Outcome.refused(
          unknown ? Refusal.SIGNER_UNKNOWN : distrust.get(),
          "signed by a certificate of " + claim.issuer());
    }
    Outcome<Caller> signer = identities.prove(signed.reply());
    return signer.isAccepted()
        ? device(signed.reply().content())
            .map(device -> new OtaAnswer(device, signer.reply(), byMaker))
        : signer.map(none -> null);
  }

  private Outcome<OtaDevice> device(byte[] content) {
    try {
      return Outcome.accepted(OtaDevice.read(Plists.read(content, settings.plistLimits())));
    } catch (UnreadablePlist e) {
      return Outcome.refused(e.reason(), e.detail());
    }
  }
}
