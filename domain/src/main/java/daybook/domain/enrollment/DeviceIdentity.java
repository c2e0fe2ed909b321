// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.Personal;

/**
 * What a device says of itself at {@code Authenticate}. Absent keys are null.
 *
 * @param udid as sent
 * @param enrollmentId as sent, User Enrollment only
 * @param platform the word of {@link Platform}
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/authenticaterequest">AuthenticateRequest</a>
 */
public record DeviceIdentity(
    String udid,
    String enrollmentId,
    String serialNumber,
    String productName,
    String model,
    String modelName,
    String platform,
    String osVersion,
    String buildVersion,
    Personal deviceName,
    Personal imei,
    Personal meid) {}
