/**
 * The device's half of SCEP (RFC 8894): how it asks for a certificate.
 *
 * <p>Start at {@link daybook.ops.simulator.scep.ScepClient}. Used by the simulator and by the
 * interoperability checks.
 */
package daybook.ops.simulator.scep;
