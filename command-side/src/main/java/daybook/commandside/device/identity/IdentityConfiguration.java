// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class IdentityConfiguration {}
