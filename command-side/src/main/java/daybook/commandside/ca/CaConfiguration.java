// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  TrustSettings.class,
  RenewalSettings.class,
  DeviceAuthorities.class
})
class CaConfiguration {}
