/**
 * Bodies of requests, read field by field: what is wrong is told by field, in the words of Django
 * REST framework, and {@code OPTIONS} describes the same fields.
 *
 * <p>Start at {@link daybook.commandside.operator.json.Field} and {@link
 * daybook.commandside.operator.json.JsonFields}.
 */
package daybook.commandside.operator.json;
