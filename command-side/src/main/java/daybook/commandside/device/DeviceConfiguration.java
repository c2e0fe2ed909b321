// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the device door's settings known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeviceSettings.class, DevicePortSettings.class})
class DeviceConfiguration {}
