// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import java.util.List;

/** Where the generations of all views are kept. */
public interface ViewStores {
  /** The names of all generations of a view that are there, in no order. */
  List<String> generations(String view);

  /** Opens a generation, or begins it. */
  ViewStore open(String generation, List<Column> columns);

  /** Whether a generation that is there has exactly these columns, so that it can be asked. */
  boolean hasColumns(String generation, List<Column> columns);

  /** Removes a closed generation. */
  void delete(String generation);
}
