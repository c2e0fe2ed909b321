// SPDX-License-Identifier: Apache-2.0
/**
 * Which enrollment a certificate belongs to, and the authorities that sign.
 *
 * <p>Start at {@link daybook.commandside.certificate.Certificate}. Reached through {@code Intents}
 * alone.
 */
package daybook.commandside.certificate;
