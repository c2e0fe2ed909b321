// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import java.time.Instant;

/** Everything that can have happened to them; stream {@code enrollment-configurations:all}. */
public sealed interface EnrollmentConfigurationEvent extends DomainEvent {

  @EventName(value = EnrollmentConfiguration.CREATED, revision = 2)
  record EnrollmentConfigurationCreated(EnrollmentConfiguration configuration)
      implements EnrollmentConfigurationEvent {}

  @EventName("EnrollmentConfigurationChanged")
  record EnrollmentConfigurationChanged(ConfigurationId configuration, ConfigurationDetails details)
      implements EnrollmentConfigurationEvent {}

  @EventName("EnrollmentConfigurationDeleted")
  record EnrollmentConfigurationDeleted(ConfigurationId configuration)
      implements EnrollmentConfigurationEvent {}

  @EventName("EnrollmentConfigurationRevoked")
  record EnrollmentConfigurationRevoked(ConfigurationId configuration)
      implements EnrollmentConfigurationEvent {}

  @EventName("EnrollmentSessionAdmitted")
  record EnrollmentSessionAdmitted(
      ConfigurationId configuration, SessionId session, Instant expiresAt)
      implements EnrollmentConfigurationEvent {}

  @EventName("EnrollmentReserved")
  record EnrollmentReserved(ConfigurationId configuration, SessionId session)
      implements EnrollmentConfigurationEvent {}
}
