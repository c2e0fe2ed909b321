// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.group;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitAdded;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitChanged;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitRemoved;
import daybook.domain.group.BusinessUnitIntent.AddBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ChangeBusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.BusinessUnitIntent.RemoveBusinessUnit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessUnitsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final AddBusinessUnit ADDS = new AddBusinessUnit(NOW, 1, "Lab", false);

  private final Story<BusinessUnits> blank = Story.of(BusinessUnits.class);

  @Test
  void aUnitIsAdded() {
    blank.when(ADDS).records(new BusinessUnitAdded(1, "Lab", false)).accepted();
  }

  @Test
  void aRepeatedAdditionChangesNothing() {
    blank.given(ADDS).when(ADDS).recordsNothing().accepted();
  }

  @Test
  void aChangeIsRecorded() {
    blank
        .given(ADDS)
        .when(new ChangeBusinessUnit(LATER, 1, "Lab", true))
        .records(new BusinessUnitChanged(1, "Lab", true))
        .accepted();
  }

  @Test
  void theListTellsWhenAUnitWasMadeAndChanged() {
    blank
        .given(ADDS, new ChangeBusinessUnit(LATER, 1, "Labs", false))
        .when(new ListBusinessUnits(LATER))
        .recordsNothing()
        .answers(List.of(new BusinessUnit(1, "Labs", false, NOW, LATER)));
  }

  @Test
  void aUnitIsRemoved() {
    blank
        .given(ADDS)
        .when(new RemoveBusinessUnit(LATER, 1))
        .records(new BusinessUnitRemoved(1))
        .accepted();
  }

  @Test
  void whatIsNotThereCanNeitherBeChangedNorRemoved() {
    blank.when(new ChangeBusinessUnit(NOW, 1, "Lab", true)).refused(Refusal.UNKNOWN);
    blank.when(new RemoveBusinessUnit(NOW, 1)).recordsNothing().refused(Refusal.UNKNOWN);
  }
}
