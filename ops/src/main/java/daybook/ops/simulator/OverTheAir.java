// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.plist.Plists;
import daybook.ops.simulator.profile.ProfileRefused;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import daybook.ops.simulator.profile.ScepPayload;
import daybook.ops.simulator.profile.SignedProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The device's part of an enrollment over the air: it tells of itself what a profile asks for, once
 * signed by the identity that it was made with and once by the one that this gets it.
 */
final class OverTheAir {
  private static final String TYPE = "application/pkcs7-signature";

  private final Hardware hardware;
  private final Mdm mdm;
  private final BiFunction<ScepPayload, NSDictionary, Identity> identities;

  OverTheAir(
      Hardware hardware, Mdm mdm, BiFunction<ScepPayload, NSDictionary, Identity> identities) {
    this.hardware = hardware;
    this.mdm = mdm;
    this.identities = identities;
  }

  /** From a profile of the first phase to the one that manages. */
  byte[] enroll(byte[] service, Identity made) {
    NSDictionary profile = SignedProfile.read(service).plist();
    if (!(profile.get("PayloadContent") instanceof NSDictionary content)
        || !"Profile Service".equals(Plists.text(profile, "PayloadType"))) {
      throw new ProfileRefused(Reason.NOT_A_PROFILE, "it is no profile service");
    }
    URI url = URI.create(Plists.text(content, "URL"));
    NSDictionary told = told(content);
    NSDictionary second = SignedProfile.read(post(url, told, made)).plist();
    Identity proof = identities.apply(scep(second), second);
    told.remove("CHALLENGE");
    return post(url, told, proof);
  }

  private NSDictionary told(NSDictionary content) {
    Map<String, String> known =
        Map.of(
            "UDID", hardware.udid(),
            "SERIAL", hardware.serialNumber(),
            "PRODUCT", hardware.productName(),
            "VERSION", hardware.buildVersion());
    NSDictionary told = new NSDictionary();
    for (NSObject attribute : Plists.items(content, "DeviceAttributes")) {
      told.put(attribute.toString(), known.getOrDefault(attribute.toString(), ""));
    }
    told.put("CHALLENGE", Plists.text(content, "Challenge"));
    return told;
  }

  private static ScepPayload scep(NSDictionary profile) {
    return Plists.dictionaries(profile, "PayloadContent").stream()
        .filter(payload -> "com.apple.security.scep".equals(Plists.text(payload, "PayloadType")))
        .findFirst()
        .map(ScepPayload::read)
        .orElseThrow(
            () -> new ProfileRefused(Reason.IDENTITY_MISSING, "the second profile has none"));
  }

  private byte[] post(URI url, NSDictionary told, Identity signer) {
    Reply reply = mdm.post(url, TYPE, signed(Plists.xml(told), signer));
    if (!reply.isTaken()) {
      throw new NotTaken("the device's answer", reply);
    }
    return reply.body();
  }

  /** A CMS signature around the content, as devices make it. */
  static byte[] signed(byte[] content, Identity signer) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setDirectSignature(true)
              .build(
                  new JcaContentSignerBuilder("SHA1withRSA").build(signer.key()),
                  signer.certificate()));
      generator.addCertificate(signer.certificate());
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot sign the answer", e);
    }
  }
}
