// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import daybook.domain.Shelf;
import java.time.Duration;
import java.util.Optional;

/** The shelf of the only node: its memory, for the last 100,000 things. */
final class MemoryShelf implements Shelf {
  private static final int MOST = 100_000;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Kept(byte[] content, Duration time) {}

  private final Cache<String, Kept> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(Expiry.writing((String secret, Kept it) -> it.time()))
          .build();

  @Override
  public void put(String secret, byte[] content, Duration time) {
    kept.put(secret, new Kept(content, time));
  }

  @Override
  public Optional<byte[]> find(String secret) {
    return Optional.ofNullable(kept.getIfPresent(secret)).map(Kept::content);
  }

  @Override
  public Optional<byte[]> take(String secret) {
    return Optional.ofNullable(kept.asMap().remove(secret)).map(Kept::content);
  }
}
