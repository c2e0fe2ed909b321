/**
 * The list of push certificates, and the steps by which one comes, is renewed and goes.
 *
 * <p>Start at {@link daybook.ui.push.PushCertificatePages}.
 */
package daybook.ui.push;
