/**
 * What the tests of all views share: a log in memory, a vault that only encodes, a story to tell.
 */
package daybook.projections.house;
