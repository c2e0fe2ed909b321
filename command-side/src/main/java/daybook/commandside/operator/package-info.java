/**
 * The operators' door: what people and their tools tell the server, as JSON under {@code
 * /api/mdm/}, in the words of Zentral's API.
 *
 * <p>Start at {@code CustomCommandController}. Entered by HTTP alone; who asks, and whether they
 * may, has been judged before.
 */
package daybook.commandside.operator;
