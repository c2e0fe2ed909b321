// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import java.util.concurrent.Callable;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** A repository whose aggregates are watched for snapshots, and for what other nodes do to them. */
final class WatchedRepository<T> implements Repository<T> {
  private final Repository<T> repository;
  private final AggregateCache memory;
  private final Snapshots snapshots;
  private final Freshness freshness;

  /**
   * @param memory where the repository keeps its aggregates
   */
  WatchedRepository(
      Repository<T> repository, AggregateCache memory, Snapshots snapshots, Freshness freshness) {
    this.repository = repository;
    this.memory = memory;
    this.snapshots = snapshots;
    this.freshness = freshness;
  }

  @Override
  public Aggregate<T> load(String stream) {
    boolean loaded = !memory.containsKey(stream);
    return watch(repository.load(stream), loaded);
  }

  @Override
  public Aggregate<T> load(String stream, Long version) {
    boolean loaded = !memory.containsKey(stream);
    return watch(repository.load(stream, version), loaded);
  }

  @Override
  public Aggregate<T> newInstance(Callable<T> factory) throws Exception {
    return repository.newInstance(factory);
  }

  @Override
  public Aggregate<T> loadOrCreate(String stream, Callable<T> factory) throws Exception {
    boolean loaded = !memory.containsKey(stream);
    return watch(repository.loadOrCreate(stream, factory), loaded);
  }

  private Aggregate<T> watch(Aggregate<T> aggregate, boolean loaded) {
    return snapshots.watch(freshness.watch(aggregate), loaded);
  }

  @Override
  public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
    repository.send(message, scope);
  }

  @Override
  public boolean canResolve(ScopeDescriptor scope) {
    return repository.canResolve(scope);
  }
}
