/**
 * The way in: an enrollment link answers with the profile that puts a device under management, and
 * a renewal makes the profile that gives it a new identity.
 *
 * <p>Start at {@link daybook.commandside.device.enroll.EnrollController}. {@link
 * daybook.commandside.device.enroll.EnrollmentReadiness} tells what is missing for real devices,
 * {@link daybook.commandside.device.enroll.Renewals} is for policies, and {@link
 * daybook.commandside.device.enroll.PublicUrl} for whoever must name our address.
 */
package daybook.commandside.device.enroll;
