// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import daybook.commandside.door.Origins;
import daybook.commandside.refusal.RefusalSettings;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Refusals that are only noted, at once. */
public final class NotedRefusals extends Refusals {
  public final List<Refusal> reasons = new ArrayList<>();

  public NotedRefusals(MemorySeams seams, Origins origins, Clock clock) {
    super(
        seams, seams, seams, origins, clock, new SimpleMeterRegistry(), new RefusalSettings(1, 1));
  }

  @Override
  public void refused(
      String door,
      Refusal reason,
      String detail,
      String certificate,
      byte[] body,
      HttpServletRequest request) {
    reasons.add(reason);
  }
}
