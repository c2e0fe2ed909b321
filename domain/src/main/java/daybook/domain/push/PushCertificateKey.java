// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

/**
 * A key that was made here and waits for the certificate that Apple makes of its request.
 *
 * @param keyId names the private key in the key store
 * @param request base64 of the certificate signing request in DER (PKCS#10, RFC 2986)
 */
public record PushCertificateKey(String keyId, String request) {}
