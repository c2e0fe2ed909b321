// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.door.TrustedProxies;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a trusted proxy says of the client's certificate. Such headers from elsewhere, and all but
 * the one that is configured, are dropped and counted.
 */
@Component
public class ProxyHeaders {
  private static final String ENVOY = "X-Forwarded-Client-Cert";
  private static final String RFC_9440 = "Client-Cert";
  private static final String RFC_9440_CHAIN = "Client-Cert-Chain";

  /** What proxies call it by themselves. */
  private static final List<String> KNOWN =
      List.of(
          "X-SSL-Client-Cert",
          ENVOY,
          RFC_9440,
          "X-Forwarded-Tls-Client-Cert",
          "X-Amzn-Mtls-Clientcert",
          "SSL-Client-Cert",
          "X-ARR-ClientCert");

  private final TrustedProxies proxies;
  private final ProxySettings settings;
  private final List<String> names;
  private final Counter dropped;

  public ProxyHeaders(TrustedProxies proxies, ProxySettings settings, MeterRegistry meters) {
    this.proxies = proxies;
    this.settings = settings;
    this.names =
        Stream.concat(Stream.of(settings.mtlsProxyHeader()), KNOWN.stream())
            .filter(new TreeSet<>(String.CASE_INSENSITIVE_ORDER)::add)
            .toList();
    this.dropped =
        Counter.builder("daybook.certificate.headers.dropped")
            .description("Client certificate headers that nobody trusted has set")
            .register(meters);
  }

  /**
   * The word of a trusted proxy, as it writes it.
   *
   * @param chain the certificates above the client's own where they have a header of their own, or
   *     null
   * @param subject or null
   */
  record Word(String certificate, String chain, String subject) {}

  /**
   * The word on a request; empty when there is none.
   *
   * @throws UnreadableIdentity when it was said twice
   */
  Optional<Word> read(HttpServletRequest request) {
    String name = settings.mtlsProxyHeader();
    if (request.getHeader(name) == null || !proxies.speakFor(request)) {
      return Optional.empty();
    }
    return only(request, name)
        .map(
            value ->
                new Word(
                    value,
                    name.equalsIgnoreCase(RFC_9440)
                        ? only(request, RFC_9440_CHAIN).orElse(null)
                        : null,
                    only(request, settings.mtlsProxySubjectHeader()).orElse(null)));
  }

  /** The name of the first header that was dropped; counts it. */
  Optional<String> dropped(HttpServletRequest request) {
    for (String name : names) {
      if (request.getHeader(name) != null && !believed(name, request)) {
        dropped.increment();
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private boolean believed(String name, HttpServletRequest request) {
    return name.equalsIgnoreCase(settings.mtlsProxyHeader()) && proxies.speakFor(request);
  }

  String name() {
    return settings.mtlsProxyHeader();
  }

  String subjectName() {
    return settings.mtlsProxySubjectHeader();
  }

  /**
   * The DER of each certificate of a word, the client's own first.
   *
   * @throws UnreadableIdentity when there is none in it
   */
  List<byte[]> certificates(Word word) {
    if (settings.mtlsProxyHeader().equalsIgnoreCase(ENVOY)) {
      return ForwardedClientCert.read(word.certificate());
    }
    List<byte[]> found = new ArrayList<>(CertificateHeader.read(word.certificate()));
    if (word.chain() != null) {
      found.addAll(CertificateHeader.read(word.chain()));
    }
    return found;
  }

  /** The value of a header that must not be there twice; empty when it is absent or blank. */
  private static Optional<String> only(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw UnreadableIdentity.certificate(name + " was sent more than once");
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }
}
