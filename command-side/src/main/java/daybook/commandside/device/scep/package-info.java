/**
 * Where a device asks for its identity certificate: SCEP (RFC 8894) at {@code /public/mdm/scep}.
 *
 * <p>Start at {@link daybook.commandside.device.scep.ScepController}. {@code PkiMessage}, {@code
 * Envelope} and {@code CertificateRequest} read what came in, {@code Issuance} decides, {@code
 * CertRep} writes the answer. Called by nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8894">RFC 8894</a>
 */
package daybook.commandside.device.scep;
