// SPDX-License-Identifier: Apache-2.0
package daybook.projections.revocation;

import daybook.domain.certificate.RevokedIdentities;
import daybook.domain.certificate.RevokedIdentity;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import daybook.projections.store.Query.Comparison;
import java.time.Instant;
import java.util.List;

/** The view {@code revocation} as the signer of revocation lists asks it. */
public final class RevocationList implements RevokedIdentities {
  private final ViewReader<RevocationView> reader;

  public RevocationList(ViewReader<RevocationView> reader) {
    this.reader = reader;
  }

  @Override
  public List<RevokedIdentity> of(String issuer, Instant after) {
    return reader
        .find(Query.equal("issuer", issuer).and("ends", Comparison.MORE_THAN, after.toEpochMilli()))
        .stream()
        .map(
            view ->
                new RevokedIdentity(
                    view.certificate(),
                    view.issuer(),
                    view.serialNumber(),
                    view.revokedAt(),
                    view.notAfter()))
        .toList();
  }
}
