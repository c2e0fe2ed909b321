// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.revocation;

import daybook.domain.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cert.X509CRLHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The revocation lists of our authorities, for anyone: in DER as certificates name them, and in PEM
 * as proxies want them.
 */
@RestController
class RevocationListController {
  private static final MediaType DER = MediaType.parseMediaType("application/pkix-crl");
  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
  private static final String CACHED = "public, max-age=300";

  private final RevocationLists lists;
  private final Clock clock;

  RevocationListController(RevocationLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping("/public/mdm/crl/{authority:[0-9a-f]{8}}.crl")
  ResponseEntity<byte[]> der(@PathVariable("authority") String authority) throws IOException {
    return answer(authority, DER);
  }

  @GetMapping("/public/mdm/crl/{authority:[0-9a-f]{8}}.pem")
  ResponseEntity<byte[]> pem(@PathVariable("authority") String authority) throws IOException {
    return answer(authority, PEM);
  }

  private ResponseEntity<byte[]> answer(String authority, MediaType type) throws IOException {
    Outcome<Optional<X509CRLHolder>> found = lists.of(authority, clock.instant());
    if (!found.isAccepted()) {
      return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, "30").build();
    }
    if (found.reply().isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    byte[] der = found.reply().get().getEncoded();
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, CACHED)
        .body(type.equals(PEM) ? armoured(der) : der);
  }

  private static byte[] armoured(byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN X509 CRL-----\n" + base64 + "\n-----END X509 CRL-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
