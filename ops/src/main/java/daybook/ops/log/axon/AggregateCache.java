// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLongArray;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * The aggregates that were used last, by the name of their stream; bounded. What a thread has taken
 * from here before it was removed can't be put back.
 */
final class AggregateCache implements Cache {
  private static final int STRIPES = 4096;

  private final AtomicLongArray removals = new AtomicLongArray(STRIPES);
  private final ThreadLocal<Taken> taken = new ThreadLocal<>();
  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

  private record Taken(Object key, long removals) {}

  AggregateCache(int most) {
    this.entries = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <K, V> V get(K key) {
    taken.set(new Taken(key, removals.get(stripe(key))));
    return (V) entries.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    Taken last = taken.get();
    entries
        .asMap()
        .compute(
            key,
            (same, former) ->
                last != null
                        && last.key().equals(key)
                        && last.removals() != removals.get(stripe(key))
                    ? null
                    : value);
  }

  private static int stripe(Object key) {
    return Math.floorMod(key.hashCode(), STRIPES);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    removals.incrementAndGet(stripe(key));
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  /** Nobody needs to hear of entries, so nobody is told. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("this cache has no listeners");
  }
}
