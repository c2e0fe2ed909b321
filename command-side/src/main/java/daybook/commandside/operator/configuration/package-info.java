/**
 * Enrollment configurations as the API has them, under {@code /api/mdm/ota_enrollments/}. Start at
 * {@code OtaEnrollmentController}.
 */
package daybook.commandside.operator.configuration;
