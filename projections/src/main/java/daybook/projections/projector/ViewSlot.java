// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.projections.Generation;
import daybook.projections.Projection;

/**
 * One view: the generation that serves, and the one that is being built, if any. The two may be the
 * same, while a first build fills what already answers.
 */
final class ViewSlot {
  private final Projection projection;
  private volatile Generation serving;
  private volatile Generation building;
  private volatile boolean former;

  ViewSlot(Projection projection) {
    this.projection = projection;
  }

  Projection projection() {
    return projection;
  }

  String name() {
    return projection.name();
  }

  Generation serving() {
    return serving;
  }

  Generation building() {
    return building;
  }

  /** Answers from this generation; {@code ofFormerVersion}: which can't take events any more. */
  void serve(Generation generation, boolean ofFormerVersion) {
    projection.serve(generation);
    serving = generation;
    former = ofFormerVersion;
  }

  void build(Generation generation) {
    building = generation;
  }

  /** Whether the live loop feeds the generation that serves. */
  boolean isLive() {
    return !former && building != serving;
  }
}
