// SPDX-License-Identifier: Apache-2.0
package daybook.ops.tls;

import daybook.commandside.ca.Trust;
import daybook.commandside.device.DevicePortSettings;
import daybook.commandside.tls.Tls;
import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/**
 * The ports that Daybook answers on: one for all, https where it has a key for that; and one for
 * devices alone, where they are asked for their certificates.
 */
@Configuration(proxyBeanMethods = false)
class Connectors {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tlsConnectors(
      Tls tls,
      Trust trust,
      Clock clock,
      DevicePortSettings device,
      @Value("${server.address:127.0.0.1}") String address,
      @Value("${server.max-http-request-header-size:64KB}") DataSize headers,
      @Value("${server.tomcat.threads.max:64}") int threads) {
    if (device.port() > 0 && !tls.isServed()) {
      throw new IllegalStateException(
          "daybook.device.port needs daybook.tls_fullchain and daybook.tls_privkey");
    }
    return factory -> {
      if (tls.isServed()) {
        factory.addConnectorCustomizers(main -> secure(main, tls, null));
      }
      if (device.port() > 0) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(device.port());
        AbstractHttp11Protocol<?> protocol = protocol(connector);
        protocol.setAddress(literal(address));
        protocol.setMaxHttpRequestHeaderSize((int) headers.toBytes());
        protocol.setMaxThreads(threads);
        secure(connector, tls, new AnyClient(() -> trust.authorities(clock.instant())));
        factory.addAdditionalConnectors(connector);
      }
    };
  }

  @Bean
  FilterRegistrationBean<Filter> devicePortFilter(DevicePortSettings device) {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(new DevicePort(device.port()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.addUrlPatterns("/*");
    registration.setEnabled(device.port() > 0);
    return registration;
  }

  private static void secure(Connector connector, Tls tls, TrustManager clients) {
    AbstractHttp11Protocol<?> protocol = protocol(connector);
    SSLHostConfig host = new SSLHostConfig();
    host.setHostName(protocol.getDefaultSSLHostConfigName());
    host.setProtocols("TLSv1.2+TLSv1.3");
    host.setCertificateVerification(clients == null ? "none" : "optional");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setSslContext(new ServedContext(tls, clients));
    host.addCertificate(certificate);
    protocol.addSslHostConfig(host);
    protocol.setSSLEnabled(true);
    connector.setScheme("https");
    connector.setSecure(true);
  }

  private static AbstractHttp11Protocol<?> protocol(Connector connector) {
    return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("server.address can't be found: " + address, e);
    }
  }
}
