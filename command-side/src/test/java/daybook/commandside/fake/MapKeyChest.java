// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.KeyChest;
import daybook.domain.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key chest in memory, of the node {@code node-1}. */
public final class MapKeyChest implements KeyChest {
  private final Map<String, byte[]> keys = new HashMap<>();

  @Override
  public void keep(String keyId, byte[] privateKey) {
    keys.put(keyId, privateKey);
  }

  @Override
  public Optional<byte[]> fetch(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  @Override
  public void forget(String keyId) {
    keys.remove(keyId);
  }

  @Override
  public List<String> keyIds(Subject subject) {
    return List.of();
  }

  @Override
  public void drop(Subject subject, int generation, List<String> keyIds) {
    throw new UnsupportedOperationException("no test of the doors shreds");
  }

  @Override
  public String node() {
    return "node-1";
  }
}
