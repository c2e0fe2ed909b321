// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

/** Which account holds an API token; its key is the token's SHA-256. */
public record TokenView(String account, String name) {}
