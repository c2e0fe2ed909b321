// SPDX-License-Identifier: Apache-2.0
package crooked.ops;

/** What nobody may import. */
public record Main() {}
