/**
 * Devices whose inventory may be asked for: the to-do view of the policy that asks.
 *
 * <p>Start at {@link daybook.projections.inventory.InventoryToDo} and {@code InventoryFold}.
 */
package daybook.projections.inventory;
