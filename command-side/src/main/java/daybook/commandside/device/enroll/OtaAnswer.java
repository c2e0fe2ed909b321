// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.identity.Caller;

/**
 * What a device answered over the air.
 *
 * @param signer whose key signed it
 * @param byMaker whether that one was certified by the device's maker; else it is one of a proof
 */
record OtaAnswer(OtaDevice device, Caller signer, boolean byMaker) {}
