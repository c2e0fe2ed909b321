/**
 * SCEP issuers: servers besides our own from which devices get their identity certificates. One
 * aggregate, stream {@code scep-issuers:all}.
 *
 * <p>Start at {@link daybook.domain.issuer.ScepIssuerIntent}.
 */
package daybook.domain.issuer;
