/** The aggregates of business units and tags. Start at {@code BusinessUnits} and {@code Tags}. */
package daybook.commandside.group;
