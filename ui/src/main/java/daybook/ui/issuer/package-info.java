/**
 * The pages about SCEP issuers.
 *
 * <p>Start at {@link daybook.ui.issuer.IssuerPages}.
 */
package daybook.ui.issuer;
