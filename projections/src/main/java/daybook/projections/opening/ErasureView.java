// SPDX-License-Identifier: Apache-2.0
package daybook.projections.opening;

import java.util.List;

/**
 * What was shredded in a stream.
 *
 * @param generation the last generation of keys that is gone
 * @param keyIds all keys that are gone
 */
public record ErasureView(String stream, int generation, List<String> keyIds) {}
