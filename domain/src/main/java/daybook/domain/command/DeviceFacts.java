// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.Personal;

/**
 * What a device answered to {@code DeviceInformation}. An absent key is null and never overwrites
 * what is known.
 *
 * @param platform derived from the product name at the door
 * @param answers all answers as canonical JSON, with a fingerprint for "equal to the last"
 */
public record DeviceFacts(
    String udid,
    String serialNumber,
    String productName,
    String model,
    String modelName,
    String platform,
    String osVersion,
    String osVersionExtra,
    String buildVersion,
    String buildVersionExtra,
    Boolean appleSilicon,
    Boolean supervised,
    Boolean awaitingConfiguration,
    Personal deviceName,
    Personal answers) {}
