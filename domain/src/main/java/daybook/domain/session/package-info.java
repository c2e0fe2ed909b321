/**
 * Getting in: enrollment configurations (the links, one aggregate, stream {@code
 * enrollment-configurations:all}) and the sessions they admit, each from the profile that was
 * served to the certificate that was issued (stream {@code enrollment-session:<id>}).
 *
 * <p>Start at {@link daybook.domain.session.EnrollmentConfigurationIntent} and {@link
 * daybook.domain.session.SessionIntent}.
 */
package daybook.domain.session;
