// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a servlet before each door for devices. */
@Configuration(proxyBeanMethods = false)
class DeviceServlets {
  @Bean
  ServletContextInitializer deviceDoors(ObjectProvider<DeviceDoor> doors) {
    return context ->
        doors.forEach(
            door ->
                context
                    .addServlet(door.path(), new DeviceServlet(door))
                    .addMapping(door.path(), door.path() + "/"));
  }
}
