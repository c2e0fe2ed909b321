/**
 * Our own TLS certificate, and the one that signs profiles: read from files, read again when these
 * change, and held against Apple's rules.
 *
 * <p>Start at {@link daybook.commandside.tls.Tls}. Used by the enrollment door and by the wiring of
 * the server's connectors.
 */
package daybook.commandside.tls;
