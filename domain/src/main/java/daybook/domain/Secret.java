// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** A sealed value that no fold ever opens: tokens, escrow, command payloads, raw messages. */
public record Secret(Sealed sealed) {}
