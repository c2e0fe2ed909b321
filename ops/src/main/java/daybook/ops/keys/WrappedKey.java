// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

/**
 * A data key as the file holds it.
 *
 * @param id {@code <generation>.<random>}
 * @param year the calendar year of a personal key, else 0
 * @param wrapped its 32 bytes, wrapped by the root key
 */
@SuppressWarnings("ArrayRecordComponent")
record WrappedKey(
    String id, String subject, KeyClass keyClass, int generation, int year, byte[] wrapped) {}
