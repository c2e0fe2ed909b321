/** Puts Daybook together and runs it. Start at {@link daybook.ops.Daybook}. Imported by nobody. */
package daybook.ops;
