// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.access.CurrentAccount;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.queryside.http.ApiMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * Answers the device list in a process with a small heap, and prints how many devices and bytes
 * came out. Arguments: the folder of the store, and what to do.
 */
final class SmallHeap {
  /** What the process does. */
  enum Deed {
    /** The whole array. */
    ARRAY,
    /** A page far behind, as long as a client may ask for. */
    PAGE,
    /** What the list must not do: holds all devices. It shows that the heap is small enough. */
    HOLD
  }

  private SmallHeap() {}

  public static void main(String[] arguments) throws Exception {
    try (StoredDevices devices = new StoredDevices(Path.of(arguments[0]))) {
      System.out.println(
          switch (Deed.valueOf(arguments[1].toUpperCase(Locale.ROOT))) {
            case ARRAY -> answer(devices);
            case PAGE -> answer(devices, "limit", "1000000", "offset", "1000");
            case HOLD -> held(devices);
          });
    }
  }

  private static String answer(StoredDevices devices, String... parameters) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/mdm/devices/");
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      request.addParameter(parameters[i], parameters[i + 1]);
      query.append(i == 0 ? "" : "&").append(parameters[i]).append('=').append(parameters[i + 1]);
    }
    request.setQueryString(query.isEmpty() ? null : query.toString());
    request.setAttribute(CurrentAccount.ATTRIBUTE, FixedGroups.ACCOUNT);
    CountedAnswer answer = new CountedAnswer();
    new DeviceController(devices.views(), FixedGroups.now(), ApiMapper.json())
        .list(request, answer);
    return answer.devices() + " devices";
  }

  private static String held(StoredDevices devices) {
    List<DeviceView> all = devices.views().page(DeviceQuery.all(), Integer.MAX_VALUE, 0);
    return all.size() + " devices";
  }
}
