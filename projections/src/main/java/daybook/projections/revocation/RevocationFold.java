// SPDX-License-Identifier: Apache-2.0
package daybook.projections.revocation;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document per revoked certificate, for ever. */
public final class RevocationFold implements Fold<RevocationView> {
  private final Handlers<RevocationView> handlers =
      new Handlers<RevocationView>()
          .on(IdentityRevoked.class, (view, event, opened) -> revoked(event, opened));

  @Override
  public String name() {
    return "revocation";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<RevocationView> document() {
    return RevocationView.class;
  }

  @Override
  public Handlers<RevocationView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return ((IdentityRevoked) entry.event()).certificate();
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.text("issuer"), Column.number("ends"));
  }

  @Override
  public Map<String, Object> indexes(RevocationView view) {
    Map<String, Object> values = new HashMap<>();
    values.put("issuer", view.issuer());
    values.put("ends", view.notAfter() == null ? null : (Long) view.notAfter().toEpochMilli());
    return values;
  }

  private static RevocationView revoked(IdentityRevoked event, OpenedEvent opened) {
    return new RevocationView(
        event.certificate(), event.issuer(), event.serialNumber(), opened.time(), event.notAfter());
  }
}
