// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScepSettings.class)
class ScepConfiguration {}
