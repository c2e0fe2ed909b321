/**
 * Business units and tags as the API has them, under {@code /api/inventory/}. Start at {@code
 * BusinessUnitController} and {@code TagController}.
 */
package daybook.commandside.operator.group;
