// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** A command that the device has received, and the status that it reported. */
public record Answered(String command, String requestType, String status) {}
