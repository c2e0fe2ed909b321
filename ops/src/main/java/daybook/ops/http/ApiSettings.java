// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param apiBodyLimit {@code daybook.api_body_limit}: how much an API request may send, in bytes
 */
@ConfigurationProperties("daybook")
public record ApiSettings(@DefaultValue("4MB") DataSize apiBodyLimit) {
  public ApiSettings {
    if (apiBodyLimit.toBytes() < 1_024 || apiBodyLimit.toBytes() > 1L << 30) {
      throw new IllegalArgumentException(
          "daybook.api_body_limit must lie between 1KB and 1GB, not " + apiBodyLimit);
    }
  }
}
