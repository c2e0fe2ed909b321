/**
 * What a running Zentral answered, replayed against a running Daybook. Start at {@code
 * ContractTest}; what differs on purpose stands in {@code ops/docs/differences-from-zentral.md}.
 */
package daybook.ops.contract;
