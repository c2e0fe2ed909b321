// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrollSettings.class)
class EnrollConfiguration {}
