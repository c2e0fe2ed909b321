/**
 * Who signs, and whom we trust: our certificate authority, the identities it issues, and the chains
 * that device certificates are judged by. No HTTP.
 *
 * <p>Start at {@link daybook.commandside.ca.CertificateAuthority} and {@link
 * daybook.commandside.ca.Trust}. Called by the device doors.
 */
package daybook.commandside.ca;
