/**
 * Enrollment configurations: the list, the links of one, and what may be decided of it.
 *
 * <p>Start at {@link daybook.ui.enrollment.EnrollmentPages}.
 */
package daybook.ui.enrollment;
