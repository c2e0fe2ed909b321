/**
 * The ports and their TLS, over Tomcat's.
 *
 * <p>Start at {@link daybook.ops.tls.Connectors}. Wired by Spring alone.
 */
package daybook.ops.tls;
