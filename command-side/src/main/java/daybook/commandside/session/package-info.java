/**
 * Getting in: the links, with their quotas, and the sessions that lead from a profile to a
 * certificate.
 *
 * <p>Start at {@link daybook.commandside.session.AllEnrollmentConfigurations} and {@link
 * daybook.commandside.session.EnrollmentSession}, which decide; doors and the CLI call {@link
 * daybook.commandside.session.EnrollmentConfigurations}.
 */
package daybook.commandside.session;
