// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** SCEP's three operations over HTTP. */
final class ScepTransport {
  private static final String SEVERAL = "application/x-x509-ca-ra-cert";

  private final HttpClient http;
  private final URI url;

  ScepTransport(HttpClient http, URI url) {
    this.http = http;
    this.url = url;
  }

  Set<String> capabilities() {
    String text = new String(get("GetCACaps").body(), java.nio.charset.StandardCharsets.US_ASCII);
    return Set.of(text.strip().split("\\s+"));
  }

  /** The certificates of the authority, the first one first. */
  List<X509CertificateHolder> certificates() {
    HttpResponse<byte[]> answer = get("GetCACert");
    try {
      if (answer.headers().firstValue("Content-Type").orElse("").equals(SEVERAL)) {
        return new ArrayList<>(new CMSSignedData(answer.body()).getCertificates().getMatches(null));
      }
      return List.of(new X509CertificateHolder(answer.body()));
    } catch (IOException | CMSException e) {
      throw new ScepRefused("GetCACert: " + e.getMessage());
    }
  }

  byte[] post(byte[] message) {
    return send(request("PKIOperation")
            .header("Content-Type", "application/x-pki-message")
            .POST(BodyPublishers.ofByteArray(message)))
        .body();
  }

  private HttpResponse<byte[]> get(String operation) {
    return send(request(operation).GET());
  }

  private HttpRequest.Builder request(String operation) {
    String separator = url.getRawQuery() == null ? "?" : "&";
    return HttpRequest.newBuilder(URI.create(url + separator + "operation=" + operation))
        .timeout(Duration.ofSeconds(60));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new ScepRefused("the SCEP server answered " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
