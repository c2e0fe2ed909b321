// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.DomainEvent;
import daybook.domain.access.AccountEvent;
import daybook.domain.access.AccountEvent.AccountActivated;
import daybook.domain.access.AccountEvent.AccountChanged;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.AccountDeactivated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenRevoked;
import daybook.domain.access.AccountEvent.ApiTokenUsed;
import daybook.domain.access.AccountEvent.PasswordChanged;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.RegisterEvent;
import daybook.domain.access.RoleEvent;
import daybook.domain.catalog.EventCatalog;
import daybook.domain.certificate.AuthorityEvent;
import daybook.domain.certificate.CertificateEvent;
import daybook.domain.command.CommandEvent;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.enrollment.EnrollmentEvent;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.DeviceArchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnarchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent;
import daybook.domain.group.BusinessUnitEvent;
import daybook.domain.group.TagEvent;
import daybook.domain.issuer.ScepIssuerEvent;
import daybook.domain.number.NumberEvent;
import daybook.domain.push.PushCertificateEvent;
import daybook.domain.push.PushEvent;
import daybook.domain.push.PushEvent.RemovalPresumed;
import daybook.domain.refusal.RefusalEvent;
import daybook.domain.restore.RestoreEvent;
import daybook.domain.retirement.RetirementEvent;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.session.EnrollmentConfigurationEvent;
import daybook.domain.session.SessionEvent;
import daybook.projections.access.AccountFold;
import daybook.projections.access.TokenFold;
import daybook.projections.command.CommandFold;
import daybook.projections.device.DeviceFold;
import daybook.projections.inventory.InventoryFold;
import daybook.projections.opening.ErasureFold;
import daybook.projections.push.PushFold;
import daybook.projections.queue.QueueFold;
import daybook.projections.renewal.RenewalFold;
import daybook.projections.revocation.RevocationFold;
import daybook.projections.stray.StrayFold;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each fold handles every event, or ignores it on purpose: a new event must be thought of here. */
class HandledEventsTest {
  private static final List<Class<?>> BEFORE_A_DEVICE =
      List.of(
          PushCertificateEvent.class,
          EnrollmentConfigurationEvent.class,
          SessionEvent.class,
          CertificateEvent.class,
          AuthorityEvent.class,
          RegisterEvent.class,
          RoleEvent.class,
          RefusalEvent.class,
          BusinessUnitEvent.class,
          TagEvent.class,
          ScepIssuerEvent.class,
          NumberEvent.class,
          RestoreEvent.class);

  private static final List<Class<?>> BEFORE_A_DEVICE_BUT_CERTIFICATES =
      BEFORE_A_DEVICE.stream().filter(it -> it != CertificateEvent.class).toList();

  private static final Map<Fold<?>, Set<Class<?>>> IGNORED =
      Map.ofEntries(
          Map.entry(
              new DeviceFold(),
              types(BEFORE_A_DEVICE, AccountEvent.class, ReportPartRecorded.class)),
          Map.entry(
              new PushFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  IdentityRenewed.class,
                  DeviceEnrolled.class,
                  UserEnrolled.class,
                  PushTokenChanged.class,
                  PushTokenConfirmed.class,
                  UserChannelDeclined.class,
                  CheckinDeclined.class,
                  EnrollmentThrottled.class,
                  DeviceArchived.class,
                  DeviceGrouped.class,
                  DeviceSilent.class,
                  DeviceUnarchived.class,
                  ExpiredIdentityAdmitted.class,
                  DeviceUnblocked.class,
                  RemovalPresumed.class,
                  others(RetirementEvent.class, DeviceRetired.class),
                  others(CommandEvent.class, DeviceConnected.class))),
          Map.entry(
              new InventoryFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  IdentityRenewed.class,
                  UserEnrolled.class,
                  UserUnenrolled.class,
                  PushTokenChanged.class,
                  PushTokenConfirmed.class,
                  UserChannelDeclined.class,
                  CheckinDeclined.class,
                  EnrollmentThrottled.class,
                  DeviceArchived.class,
                  DeviceGrouped.class,
                  DeviceSilent.class,
                  DeviceUnarchived.class,
                  ExpiredIdentityAdmitted.class,
                  BlockedDeviceTurnedAway.class,
                  RetiredDeviceTurnedAway.class,
                  DeviceConnected.class,
                  CommandDelivered.class,
                  CommandDeferred.class,
                  CommandAnsweredLate.class,
                  UnknownCommandReported.class,
                  ReportPartRecorded.class)),
          Map.entry(
              new RenewalFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  UserEnrolled.class,
                  UserUnenrolled.class,
                  PushTokenChanged.class,
                  PushTokenConfirmed.class,
                  UserChannelDeclined.class,
                  CheckinDeclined.class,
                  EnrollmentThrottled.class,
                  DeviceArchived.class,
                  DeviceGrouped.class,
                  DeviceSilent.class,
                  DeviceUnarchived.class,
                  ExpiredIdentityAdmitted.class,
                  BlockedDeviceTurnedAway.class,
                  RetiredDeviceTurnedAway.class,
                  DeviceConnected.class,
                  CommandDelivered.class,
                  CommandDeferred.class,
                  CommandAnsweredLate.class,
                  UnknownCommandReported.class,
                  DeviceInformationReported.class,
                  DeviceInformationUnchanged.class,
                  ReportPartRecorded.class)),
          Map.entry(
              new CommandFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  EnrollmentEvent.class,
                  RetirementEvent.class,
                  DeviceConnected.class,
                  UnknownCommandReported.class,
                  DeviceInformationReported.class,
                  DeviceInformationUnchanged.class,
                  ReportPartRecorded.class)),
          Map.entry(
              new AccountFold(),
              types(
                  aDevicesOwn(),
                  BEFORE_A_DEVICE,
                  ApiTokenIssued.class,
                  ApiTokenUsed.class,
                  ApiTokenRevoked.class,
                  PasswordChanged.class)),
          Map.entry(
              new TokenFold(),
              types(
                  aDevicesOwn(),
                  BEFORE_A_DEVICE,
                  AccountCreated.class,
                  AccountChanged.class,
                  PasswordChanged.class,
                  ApiTokenUsed.class,
                  AccountActivated.class,
                  AccountDeactivated.class,
                  SignedIn.class)),
          Map.entry(
              new RevocationFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  CommandEvent.class,
                  RetirementEvent.class,
                  others(EnrollmentEvent.class, IdentityRevoked.class))),
          Map.entry(
              new QueueFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  others(RetirementEvent.class, DeviceRetired.class),
                  IdentityRenewed.class,
                  IdentityRevoked.class,
                  DeviceEnrolled.class,
                  DeviceGrouped.class,
                  UserEnrolled.class,
                  PushTokenChanged.class,
                  PushTokenConfirmed.class,
                  UserChannelDeclined.class,
                  CheckinDeclined.class,
                  EnrollmentThrottled.class,
                  DeviceArchived.class,
                  DeviceSilent.class,
                  DeviceUnarchived.class,
                  DeviceBlocked.class,
                  DeviceUnblocked.class,
                  BlockedDeviceTurnedAway.class,
                  ExpiredIdentityAdmitted.class,
                  DeviceConnected.class,
                  CommandDelivered.class,
                  CommandDeferred.class,
                  CommandAnsweredLate.class,
                  UnknownCommandReported.class,
                  DeviceInformationReported.class,
                  DeviceInformationUnchanged.class,
                  ReportPartRecorded.class)),
          Map.entry(
              new StrayFold(),
              types(
                  BEFORE_A_DEVICE_BUT_CERTIFICATES,
                  CertificateEvent.CertificateRegistered.class,
                  CertificateEvent.CertificateBound.class,
                  AccountEvent.class,
                  aDevicesOwn())),
          Map.entry(
              new ErasureFold(),
              types(
                  BEFORE_A_DEVICE,
                  AccountEvent.class,
                  EscrowEvent.class,
                  PushEvent.class,
                  CommandEvent.class,
                  RetirementEvent.class,
                  others(EnrollmentEvent.class, DeviceShredded.class))));

  @TestFactory
  Stream<DynamicTest> everyEventIsHandledOrIgnoredOnPurpose() {
    return IGNORED.entrySet().stream()
        .map(
            fold ->
                DynamicTest.dynamicTest(
                    fold.getKey().name(), () -> check(fold.getKey(), fold.getValue())));
  }

  private static void check(Fold<?> fold, Set<Class<?>> ignored) {
    Set<Class<?>> handled = fold.handlers().types();
    assertThat(handled).as("both handled and ignored").doesNotContainAnyElementsOf(ignored);
    Set<Class<?>> all = new HashSet<>(handled);
    all.addAll(ignored);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(Set.<Class<?>>copyOf(EventCatalog.all().values()));
  }

  private static List<Class<?>> aDevicesOwn() {
    return List.of(
        EnrollmentEvent.class,
        EscrowEvent.class,
        RetirementEvent.class,
        CommandEvent.class,
        PushEvent.class);
  }

  /** The events of a feature but one. */
  private static List<Class<?>> others(Class<?> feature, Class<? extends DomainEvent> one) {
    return Stream.<Class<?>>of(feature.getPermittedSubclasses()).filter(t -> t != one).toList();
  }

  /** Events, features of events, and lists of both, as events. */
  private static Set<Class<?>> types(Object... named) {
    Set<Class<?>> types = new HashSet<>();
    for (Object each : named) {
      if (each instanceof List<?> list) {
        types.addAll(types(list.toArray()));
      } else if (each instanceof Class<?> type && type.isInterface()) {
        types.addAll(List.of(type.getPermittedSubclasses()));
      } else {
        types.add((Class<?>) each);
      }
    }
    return types;
  }
}
