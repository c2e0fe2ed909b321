// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApnsSettings.class)
class ApnsConfiguration {}
