/**
 * The life of a managed device and of its users' channels.
 *
 * <p>Start at {@link daybook.domain.enrollment.EnrollmentIntent} (what may be asked) and {@link
 * daybook.domain.enrollment.EnrollmentEvent} (what can have happened).
 */
package daybook.domain.enrollment;
