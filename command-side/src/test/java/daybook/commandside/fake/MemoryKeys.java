// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.KeyChest;
import daybook.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A key store in memory; no data keys. */
public final class MemoryKeys implements KeyChest {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public void keep(String keyId, byte[] privateKey) {
    kept.put(keyId, privateKey.clone());
  }

  @Override
  public Optional<byte[]> fetch(String keyId) {
    return Optional.ofNullable(kept.get(keyId));
  }

  /** The ids of all kept keys. */
  public List<String> ids() {
    return List.copyOf(kept.keySet());
  }

  @Override
  public void forget(String keyId) {
    kept.remove(keyId);
  }

  @Override
  public List<String> keyIds(Subject subject) {
    return List.of();
  }

  @Override
  public void drop(Subject subject, int generation, List<String> keyIds) {
    throw new UnsupportedOperationException("no data keys here");
  }

  @Override
  public String node() {
    return "test";
  }
}
