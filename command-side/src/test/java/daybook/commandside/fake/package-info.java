/** The ports in memory, identities, signatures and broken bytes: what the doors' tests share. */
package daybook.commandside.fake;
