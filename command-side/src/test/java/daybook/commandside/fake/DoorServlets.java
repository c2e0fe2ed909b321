// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.commandside.device.DeviceDoor;
import daybook.commandside.device.DeviceServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The servlets of the device's doors, where a mock of the web server knows controllers alone. */
@Controller
final class DoorServlets {
  private final Collection<DeviceDoor> doors;

  DoorServlets(Collection<DeviceDoor> doors) {
    this.doors = doors;
  }

  @RequestMapping("/**")
  void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    for (DeviceDoor door : doors) {
      if (request.getRequestURI().matches(door.path() + "/?")) {
        new DeviceServlet(door).service(request, response);
        return;
      }
    }
    response.setStatus(404);
  }
}
