// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import daybook.ops.simulator.plist.Plists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one device answers to queries: a sample with the device's own values put in. */
record Answers(Hardware hardware) {
  /** The keys of the answer beside id and status; empty for what is only acknowledged. */
  NSDictionary to(Command command, List<NSDictionary> profiles) {
    NSDictionary answer = new NSDictionary();
    Samples.of(hardware.model(), command.requestType()).ifPresent(answer::putAll);
    for (String own : List.of("CommandUUID", "Status", "UDID", "RequestType")) {
      answer.remove(own);
    }
    if (command.requestType().equals("DeviceInformation")) {
      answer.put("QueryResponses", facts(answer, command));
    }
    if (command.requestType().equals("ProfileList")) {
      answer.put("ProfileList", profileList(answer, profiles));
    }
    return answer;
  }

  private NSDictionary facts(NSDictionary sample, Command command) {
    NSDictionary facts = new NSDictionary();
    if (sample.get("QueryResponses") instanceof NSDictionary known) {
      facts.putAll(known);
    }
    NSDictionary own = hardware.toPlist();
    own.put("Model", hardware.productName());
    facts.putAll(own);
    if (hardware.model().isMac()) {
      String host = "Computer-" + hardware.serialNumber();
      facts.put("HostName", host + ".local");
      facts.put("LocalHostName", host);
      facts.put("ProvisioningUDID", "00008112-" + hardware.udid().replace("-", "").substring(16));
    }
    List<String> queries =
        Plists.items(command.body(), "Queries").stream().map(NSObject::toString).toList();
    if (!queries.isEmpty()) {
      for (String key : List.copyOf(Arrays.asList(facts.allKeys()))) {
        if (!queries.contains(key)) {
          facts.remove(key);
        }
      }
    }
    return facts;
  }

  private static NSArray profileList(NSDictionary sample, List<NSDictionary> installed) {
    List<NSObject> list = new ArrayList<>(Plists.items(sample, "ProfileList"));
    for (NSDictionary profile : installed) {
      list.add(entry(profile));
    }
    return new NSArray(list.toArray(NSObject[]::new));
  }

  private static NSDictionary entry(NSDictionary profile) {
    NSDictionary entry = head(profile);
    entry.remove("PayloadType"); // of its payloads alone
    entry.put("HasRemovalPasscode", false);
    entry.put("IsEncrypted", false);
    entry.put(
        "PayloadContent",
        new NSArray(
            Plists.dictionaries(profile, "PayloadContent").stream()
                .map(Answers::head)
                .toArray(NSObject[]::new)));
    return entry;
  }

  private static NSDictionary head(NSDictionary payload) {
    NSDictionary head = new NSDictionary();
    for (String key :
        List.of(
            "PayloadIdentifier",
            "PayloadUUID",
            "PayloadVersion",
            "PayloadDisplayName",
            "PayloadDescription",
            "PayloadOrganization",
            "PayloadRemovalDisallowed")) {
      if (payload.containsKey(key)) {
        head.put(key, payload.get(key));
      }
    }
    if (payload.get("PayloadType") != null) {
      head.put("PayloadType", payload.get("PayloadType"));
    }
    return head;
  }
}
