// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

/** Something that the projector can build from the log, and build again beside what serves. */
public interface Projection {
  /** The view's name. */
  String name();

  /** The version of its shape; part of each generation's name. */
  int version();

  /** Opens, or begins, one generation of it. */
  Generation open(String generation);

  /** Whether a generation of a former version can still answer while the new one is built. */
  boolean canServe(String generation);

  /** From now on this generation answers. */
  void serve(Generation generation);
}
