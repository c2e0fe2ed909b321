// SPDX-License-Identifier: Apache-2.0
/**
 * The push certificates.
 *
 * <p>Start at {@link daybook.commandside.push.PushCertificates}, which is reached through {@code
 * Intents} alone.
 */
package daybook.commandside.push;
