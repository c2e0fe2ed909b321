// SPDX-License-Identifier: Apache-2.0
package daybook.projections.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.certificate.RevokedIdentity;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.projections.device.DeviceConditionView;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was revoked is listed by its issuer, whatever becomes of the device. */
class RevocationFoldTest {
  private static final Actor JANE = Actor.operator("account-1");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1);
  private TestViews views;

  @BeforeEach
  void open() {
    views = new TestViews(log, new FakeVault(), folder);
  }

  @AfterEach
  void close() {
    views.close();
  }

  @Test
  void aRevokedIdentityIsListedByItsIssuerAlsoAfterANewEnrollment() {
    mac.enrolls();
    Instant at = mac.happens(revoked("c1", "CN=Daybook", "1f"), JANE).time();
    mac.starts();
    views.settled();
    assertThat(views.revocations.of("CN=Daybook", Instant.EPOCH))
        .containsExactly(new RevokedIdentity("c1", "CN=Daybook", "1f", at, Story.NOT_AFTER));
    assertThat(views.revocations.of("CN=Daybook", Story.NOT_AFTER)).as("has ended").isEmpty();
    assertThat(views.revocations.of("CN=Other", Instant.EPOCH)).isEmpty();
  }

  @Test
  void oneThatWeDidNotIssueIsOnNoList() {
    mac.enrolls();
    mac.happens(new IdentityRevoked("c1", null, null, null), JANE);
    views.settled();
    assertThat(views.revocations.of("CN=Daybook", Instant.EPOCH)).isEmpty();
  }

  @Test
  void itsDeviceIsTakenOffAllListsOfWorkUntilItEnrollsAnew() {
    mac.enrolls();
    mac.happens(revoked("c1", "CN=Daybook", "1f"), JANE);
    views.settled();
    assertThat(condition()).isEqualTo(DeviceConditionView.IDENTITY_REVOKED);
    assertThat(views.renewals.count("CN=Daybook", Instant.EPOCH)).isZero();
    mac.enrolls();
    views.settled();
    assertThat(condition()).isEqualTo(DeviceConditionView.ENROLLED);
    assertThat(views.renewals.count("CN=Daybook", Instant.EPOCH)).isOne();
  }

  private DeviceConditionView condition() {
    return views.devices.byNumber(1).orElseThrow().condition();
  }

  private static IdentityRevoked revoked(String certificate, String issuer, String serial) {
    return new IdentityRevoked(certificate, issuer, serial, Story.NOT_AFTER);
  }
}
