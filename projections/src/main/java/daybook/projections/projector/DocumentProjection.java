// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Log;
import daybook.projections.Fold;
import daybook.projections.Generation;
import daybook.projections.Projection;
import daybook.projections.Serving;
import daybook.projections.ViewReader;
import daybook.projections.opening.Opener;
import daybook.projections.store.DocumentJson;
import daybook.projections.store.Query;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStores;
import java.util.List;
import java.util.Optional;

/**
 * A fold as a view: built by the projector, read from the generation that serves.
 *
 * @param <D> the document
 */
public final class DocumentProjection<D> implements Projection, ViewReader<D> {
  private final Fold<D> fold;
  private final ViewStores stores;
  private final Refold<D> refold;
  private final DocumentJson<D> json;
  private final Serving<ViewStore> serving = new Serving<>();

  public DocumentProjection(Fold<D> fold, ViewStores stores, Log log, Opener opener) {
    this.fold = fold;
    this.stores = stores;
    this.refold = new Refold<>(log, opener, fold);
    this.json = new DocumentJson<>(fold.document());
  }

  @Override
  public String name() {
    return fold.name();
  }

  @Override
  public int version() {
    return fold.version();
  }

  @Override
  public Generation open(String generation) {
    return new DocumentGeneration<>(
        generation, fold, stores.open(generation, fold.columns()), refold);
  }

  @Override
  public boolean canServe(String generation) {
    return stores.hasColumns(generation, fold.columns());
  }

  @Override
  public void serve(Generation generation) {
    serving.serve(((DocumentGeneration<?>) generation).store());
  }

  @Override
  public Optional<D> get(String key) {
    return serving.read(store -> store.get(key)).map(json::read);
  }

  @Override
  public List<D> find(Query query) {
    return serving.read(store -> store.find(query)).stream().map(json::read).toList();
  }

  @Override
  public long count(Query query) {
    return serving.read(store -> store.count(query));
  }
}
