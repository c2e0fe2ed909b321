/**
 * Benchmarks: what Daybook costs, each time next to a ceiling that was measured in the same run.
 *
 * <p>Start at {@link daybook.ops.bench.Bench}. Run by {@code ops/bench NAME}; nothing of Daybook
 * uses it.
 */
package daybook.ops.bench;
