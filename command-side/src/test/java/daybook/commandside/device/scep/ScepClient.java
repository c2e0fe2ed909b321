// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A device that asks for a certificate, with every choice in the test's hands. It builds its
 * request as an old client does: attributes unsorted, DES and SHA-1 unless told otherwise.
 */
final class ScepClient {
  private static final KeyPair KEY = rsa(2048);

  KeyPair key = KEY;
  PrivateKey signerKey = KEY.getPrivate();
  X509CertificateHolder signer;
  String challenge;
  String transaction = "fBJ/5+Vq==";
  String messageType = "19";
  ASN1ObjectIdentifier cipher = CMSAlgorithm.DES_CBC;
  String digest = "SHA1";
  final byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
  private final X509CertificateHolder authority;

  ScepClient(ScepServer server, String challenge) throws Exception {
    this.challenge = challenge;
    authority =
        new X509CertificateHolder(server.get("operation=GetCACert").getContentAsByteArray());
    signer = selfSigned(KEY, server.clock.instant());
  }

  static KeyPair rsa(int bits) {
    return pair("RSA", bits, null);
  }

  static KeyPair ec(String curve) {
    return pair("EC", 0, curve);
  }

  private static KeyPair pair(String algorithm, int bits, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (curve == null) {
        generator.initialize(bits);
      } else {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static X509CertificateHolder selfSigned(KeyPair pair, Instant now) throws Exception {
    X500Name name = new X500Name("CN=SCEP SIGNER");
    return new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now),
            Date.from(now.plus(Duration.ofHours(1))),
            name,
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
  }

  /** The whole request. */
  byte[] request() throws Exception {
    return sign(envelope(csr()));
  }

  /** The certificate request, its attributes in an order that DER would not allow. */
  byte[] csr() throws Exception {
    String algorithm =
        key.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    if (challenge != null) {
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
              new DERSet(new DERUTF8String(challenge))));
    }
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
            new DERSet(
                new Extensions(
                    new Extension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.digitalSignature).getEncoded())))));
    ASN1EncodableVector body = new ASN1EncodableVector();
    body.add(new ASN1Integer(0));
    body.add(new X500Name("CN=anything, C=XX"));
    body.add(SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
    body.add(new DLTaggedObject(false, 0, new DLSet(attributes)));
    byte[] signed = new DLSequence(body).getEncoded();
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key.getPrivate());
    signature.update(signed);
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(new DLSequence(body));
    all.add(new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm));
    all.add(new DERBitString(signature.sign()));
    return new DLSequence(all).getEncoded();
  }

  byte[] envelope(byte[] content) throws Exception {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(new BcRSAKeyTransRecipientInfoGenerator(authority));
    return generator
        .generate(
            new CMSProcessableByteArray(content), new JceCMSContentEncryptorBuilder(cipher).build())
        .getEncoded();
  }

  byte[] sign(byte[] content) throws Exception {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(PkiMessage.MESSAGE_TYPE, new DERSet(new DERPrintableString(messageType))));
    attributes.add(
        new Attribute(PkiMessage.TRANSACTION_ID, new DERSet(new DERPrintableString(transaction))));
    attributes.add(new Attribute(PkiMessage.SENDER_NONCE, new DERSet(new DEROctetString(nonce))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addCertificate(signer);
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
            .build(new JcaContentSignerBuilder(digest + "withRSA").build(signerKey), signer));
    return generator
        .generate(new CMSProcessableByteArray(content), true)
        .toASN1Structure()
        .getEncoded("DER");
  }
}
