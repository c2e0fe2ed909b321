/**
 * The certificates that enrollments accept, and how their renewal stands: the to-do view of the
 * policy that renews them.
 *
 * <p>Start at {@link daybook.projections.renewal.RenewalToDo} and {@code RenewalFold}.
 */
package daybook.projections.renewal;
