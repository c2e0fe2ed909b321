/**
 * The numbers of the API, drawn in blocks. Stream {@code numbers:<kind>}.
 *
 * <p>Start at {@link daybook.domain.number.NumberIntent}.
 */
package daybook.domain.number;
