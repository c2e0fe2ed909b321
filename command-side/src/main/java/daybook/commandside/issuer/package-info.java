/** SCEP issuers: the aggregate of all, and their sealed settings. Start at {@code ScepIssuers}. */
package daybook.commandside.issuer;
