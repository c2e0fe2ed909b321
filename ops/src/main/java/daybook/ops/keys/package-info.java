/**
 * The key store and the vault: what is sealed, with whose key, and how a key is dropped for ever.
 *
 * <p>Start at {@link daybook.ops.keys.KeyStore} and {@link daybook.ops.keys.SealedVault}; {@link
 * daybook.ops.keys.Shredder} erases a device's data. Others use the ports {@link
 * daybook.domain.Vault} and {@link daybook.domain.KeyChest}.
 */
package daybook.ops.keys;
