// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.domain.KeyChest;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.security.PrivateKey;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Private keys around a decision: kept under a random id before the event that names it, and
 * dropped when the answer is no. Where the store failed, the event may yet be durable, so the key
 * stays: a leftover that nobody names does less harm than a certificate without its key.
 */
@Component
class KeptKeys {
  private final KeyChest keys;

  KeptKeys(KeyChest keys) {
    this.keys = keys;
  }

  /** Keeps a key; returns its id. */
  String keep(PrivateKey key) {
    String keyId = UUID.randomUUID().toString();
    keys.keep(keyId, key.getEncoded());
    return keyId;
  }

  /** The PKCS#8 bytes of a kept key. */
  byte[] fetch(String keyId) {
    return keys.fetch(keyId)
        .orElseThrow(() -> new IllegalStateException("the key store lacks the key " + keyId));
  }

  /** Hands an outcome on, and drops the key if the outcome is a decided no. */
  <R> Outcome<R> settle(String keyId, Outcome<R> outcome) {
    outcome
        .refusal()
        .filter(refused -> refused.reason() != Refusal.STORE_UNAVAILABLE)
        .ifPresent(refused -> keys.forget(keyId));
    return outcome;
  }

  void forget(List<String> keyIds) {
    keyIds.forEach(keys::forget);
  }
}
