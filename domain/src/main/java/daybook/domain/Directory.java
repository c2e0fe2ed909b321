// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.util.List;
import java.util.Optional;

/** Port: finding a stream by what people and programs know of it. Finds; never decides. */
public interface Directory {
  /** The enrollment stream of a device by the number of the API. */
  Optional<StreamId> device(long number);

  /** The enrollment stream of a command by its CommandUUID; empty when it was taken back. */
  Optional<StreamId> deviceByCommand(String command);

  /** The enrollment streams of devices with a serial number, newest first. */
  List<StreamId> devicesBySerialNumber(String serialNumber);

  /** The enrollment stream of a device by UDID or EnrollmentID, in either case. */
  Optional<StreamId> deviceByUdid(String udid);

  /**
   * The devices that are enrolling or enrolled with a push topic.
   *
   * @param most how many serial numbers are told
   */
  DevicesOfTopic devicesByTopic(String topic, int most);

  /**
   * How many devices, and the serial numbers of some of them.
   *
   * @param count of all
   */
  record DevicesOfTopic(long count, List<String> serialNumbers) {}

  /** The account that holds an API token, by the lower-case hex SHA-256 of the token. */
  Optional<StreamId> accountByToken(String tokenSha256);
}
