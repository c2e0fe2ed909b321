// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Secret;

/**
 * The slow hash of a password.
 *
 * @param event the stored name of the event for which it was sealed
 */
public record KeptPassword(Secret password, String event) {}
