// SPDX-License-Identifier: Apache-2.0
/**
 * The push certificates: what they are, how their keys are made here or come from elsewhere, and
 * who needs them.
 *
 * <p>Start at {@link daybook.commandside.push.PushCertificates}, which is reached through {@code
 * Intents} alone; doors reach the rest by {@code PushCertificateManagement}, the start-up hands
 * files to {@link daybook.commandside.push.PushCertificateFiles}.
 */
package daybook.commandside.push;
