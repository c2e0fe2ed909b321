// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.util.List;
import java.util.Optional;

/** Port: the key store's other half: the server's private keys, and the dropping of data keys. */
public interface KeyChest {
  /** Keeps a private key under an id that events may name; durable when it returns. */
  void keep(String keyId, byte[] privateKey);

  /** A kept private key. */
  Optional<byte[]> fetch(String keyId);

  /** Drops a kept private key for good; one that isn't there does no harm. */
  void forget(String keyId);

  /** The ids of all data keys of a subject in its present generation. */
  List<String> keyIds(Subject subject);

  /** Drops exactly these data keys and opens the next generation; repeating it does no harm. */
  void drop(Subject subject, int generation, List<String> keyIds);

  /** A random id of this node, made once. */
  String node();
}
