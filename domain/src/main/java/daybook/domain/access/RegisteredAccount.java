// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

/** An account and the number by which the API and its tokens know it. */
public record RegisteredAccount(long number, AccountId account) {}
