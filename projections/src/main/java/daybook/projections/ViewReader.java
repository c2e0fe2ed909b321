// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import daybook.projections.store.Query;
import java.util.List;
import java.util.Optional;

/**
 * Reads the documents of one view from the generation that serves.
 *
 * @param <D> the document
 */
public interface ViewReader<D> {
  Optional<D> get(String key);

  List<D> find(Query query);

  long count(Query query);
}
