/**
 * SCEP issuers as the API has them, under {@code /api/mdm/scep_issuers/}. Start at {@code
 * ScepIssuerController}.
 */
package daybook.commandside.operator.issuer;
