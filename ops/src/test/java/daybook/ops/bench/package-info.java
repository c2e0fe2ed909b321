/** What the benchmarks themselves are held to. */
package daybook.ops.bench;
