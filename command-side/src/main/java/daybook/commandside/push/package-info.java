// SPDX-License-Identifier: Apache-2.0
/**
 * The push certificates: what they are, and how one is taken in with its private key.
 *
 * <p>Start at {@link daybook.commandside.push.PushCertificates}, which is reached through {@code
 * Intents} alone; the operator door and the start-up hand files to {@link
 * daybook.commandside.push.PushCertificateFiles}.
 */
package daybook.commandside.push;
