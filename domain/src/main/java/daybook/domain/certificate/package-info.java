/**
 * Identity certificates, each a stream {@code certificate:<sha256>}, and the authorities that sign
 * them, stream {@code certificate-authorities:all}.
 *
 * <p>Start at {@link daybook.domain.certificate.CertificateIntent}.
 */
package daybook.domain.certificate;
