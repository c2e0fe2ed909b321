// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether a client takes what the API gives. */
final class Accepts {
  private Accepts() {}

  /** No header takes everything; what can't be read takes nothing. */
  static boolean json(String header, List<MediaType> produces) {
    if (header == null || header.isBlank()) {
      return true;
    }
    try {
      return MediaType.parseMediaTypes(header).stream()
          .filter(accepted -> accepted.getQualityValue() > 0)
          .anyMatch(
              accepted ->
                  Stream.concat(Stream.of(MediaType.APPLICATION_JSON), produces.stream())
                      .anyMatch(accepted::includes));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The query's {@code format} may only be {@code json}: there is no browsable API. */
  static boolean format(String query) {
    return query == null
        || Stream.of(query.split("&"))
            .filter(pair -> pair.startsWith("format="))
            .allMatch(pair -> pair.equals("format=json"));
  }
}
