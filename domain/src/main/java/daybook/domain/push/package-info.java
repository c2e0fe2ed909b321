/**
 * Waking devices through APNs, and the certificates that it takes.
 *
 * <p>Start at {@link daybook.domain.push.PushEvent} (in an enrollment's stream) and {@link
 * daybook.domain.push.PushCertificateEvent} (stream {@code push-certificates:all}).
 */
package daybook.domain.push;
