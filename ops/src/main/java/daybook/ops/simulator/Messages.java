// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;

/**
 * The messages of the device's channel.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/check-in">Check-in</a>
 */
record Messages(Hardware hardware) {
  /** Phones and tablets don't tell their name here. */
  NSDictionary authenticate(String topic) {
    NSDictionary message = message("Authenticate", topic);
    message.put("SerialNumber", hardware.serialNumber());
    message.put("ProductName", hardware.productName());
    message.put("OSVersion", hardware.osVersion());
    message.put("BuildVersion", hardware.buildVersion());
    if (hardware.model().isMac()) {
      message.put("DeviceName", hardware.name());
      message.put("Model", hardware.productName());
      message.put("ModelName", hardware.modelName());
      message.put("Challenge", "apple".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    if (hardware.imei() != null) {
      message.put("IMEI", hardware.imei());
    }
    return message;
  }

  NSDictionary tokenUpdate(String topic, PushTarget target) {
    NSDictionary message = message("TokenUpdate", topic);
    message.put("Token", target.token());
    message.put("PushMagic", target.magic());
    message.put("AwaitingConfiguration", false);
    return message;
  }

  NSDictionary checkOut(String topic) {
    return message("CheckOut", topic);
  }

  NSDictionary setBootstrapToken(byte[] token) {
    NSDictionary message = new NSDictionary();
    message.put("MessageType", "SetBootstrapToken");
    message.put("BootstrapToken", token);
    message.put("AwaitingConfiguration", false);
    message.put("UDID", hardware.udid());
    return message;
  }

  NSDictionary getBootstrapToken() {
    NSDictionary message = new NSDictionary();
    message.put("MessageType", "GetBootstrapToken");
    message.put("AwaitingConfiguration", false);
    message.put("UDID", hardware.udid());
    return message;
  }

  NSDictionary idle() {
    NSDictionary report = new NSDictionary();
    report.put("Status", "Idle");
    report.put("UDID", hardware.udid());
    return report;
  }

  /** Macs repeat the request type, phones don't. */
  NSDictionary report(Command command, String status) {
    NSDictionary report = new NSDictionary();
    report.put("CommandUUID", command.uuid());
    report.put("Status", status);
    report.put("UDID", hardware.udid());
    if (hardware.model().isMac()) {
      report.put("RequestType", command.requestType());
    }
    return report;
  }

  static NSArray errorChain(String domain, int code, String text) {
    NSDictionary item = new NSDictionary();
    item.put("ErrorCode", code);
    item.put("ErrorDomain", domain);
    item.put("LocalizedDescription", text);
    item.put("USEnglishDescription", text);
    return new NSArray(item);
  }

  private NSDictionary message(String type, String topic) {
    NSDictionary message = new NSDictionary();
    message.put("MessageType", type);
    message.put("Topic", topic);
    message.put("UDID", hardware.udid());
    return message;
  }
}
