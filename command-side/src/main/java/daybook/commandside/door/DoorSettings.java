// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the doors.
 *
 * @param trustedProxies addresses and networks ({@code 10.0.0.0/8}) of the proxies whose word on a
 *     client's address and certificate is believed; nobody's by default, not even the loopback's
 * @param checkinLimit the longest check-in body
 * @param connectLimit the longest report that is read
 * @param connectDigestLimit the longest report that is at least digested, so that its command can
 *     be closed
 */
@ConfigurationProperties("daybook")
public record DoorSettings(
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("1MB") DataSize checkinLimit,
    @DefaultValue("16MB") DataSize connectLimit,
    @DefaultValue("64MB") DataSize connectDigestLimit) {
  private static final DataSize LONGEST_READ = DataSize.ofMegabytes(512);

  public DoorSettings {
    trustedProxies = List.copyOf(trustedProxies);
    trustedProxies.forEach(Network::parse);
    requireReadable("checkin_limit", checkinLimit);
    requireReadable("connect_limit", connectLimit);
    if (connectDigestLimit.compareTo(connectLimit) < 0) {
      throw new IllegalArgumentException(
          "daybook.connect_digest_limit must be at least daybook.connect_limit");
    }
  }

  private static void requireReadable(String key, DataSize limit) {
    if (limit.toBytes() < 1024 || limit.compareTo(LONGEST_READ) > 0) {
      throw new IllegalArgumentException(
          "daybook." + key + " must lie between 1KB and 512MB, not " + limit);
    }
  }
}
