// SPDX-License-Identifier: Apache-2.0
package daybook.projections.renewal;

import daybook.domain.certificate.PinnedCertificate;
import daybook.domain.certificate.PinnedCertificates;
import daybook.domain.enrollment.EnrollmentId;
import daybook.projections.Projector;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import daybook.projections.store.Query.Comparison;
import java.time.Instant;
import java.util.List;

/** The view {@code renewal} as the policy asks it. */
public final class RenewalToDo implements PinnedCertificates {
  private final ViewReader<RenewalView> reader;
  private final Projector projector;

  public RenewalToDo(ViewReader<RenewalView> reader, Projector projector) {
    this.reader = reader;
    this.projector = projector;
  }

  @Override
  public List<PinnedCertificate> ending(Instant from, Instant to, Instant now, int limit) {
    return find(Query.atMost("ends", to.toEpochMilli()), from, now, limit);
  }

  @Override
  public List<PinnedCertificate> issuedBy(String issuer, Instant after, Instant now, int limit) {
    return find(Query.equal("issuer", issuer), after, now, limit);
  }

  @Override
  public long count(String issuer, Instant after) {
    return reader.count(holding(issuer, after));
  }

  @Override
  public List<PinnedCertificate> holders(String issuer, Instant after, int limit) {
    return reader.find(holding(issuer, after).orderBy(false, "ends").page(limit, 0)).stream()
        .map(RenewalToDo::row)
        .toList();
  }

  @Override
  public boolean caughtUp() {
    return projector.caughtUp(RenewalFold.NAME);
  }

  private List<PinnedCertificate> find(Query which, Instant after, Instant now, int limit) {
    return reader
        .find(
            which
                .and("free", Comparison.AT_MOST, now.toEpochMilli())
                .orderBy(false, "ends")
                .after(List.of(after.toEpochMilli()))
                .page(limit, 0))
        .stream()
        .map(RenewalToDo::row)
        .toList();
  }

  private static Query holding(String issuer, Instant after) {
    return Query.equal("issuer", issuer).and("ends", Comparison.MORE_THAN, after.toEpochMilli());
  }

  private static PinnedCertificate row(RenewalView view) {
    return new PinnedCertificate(
        new EnrollmentId(view.enrollment()),
        view.certificate(),
        view.issuer(),
        view.notAfter(),
        view.attempt());
  }
}
