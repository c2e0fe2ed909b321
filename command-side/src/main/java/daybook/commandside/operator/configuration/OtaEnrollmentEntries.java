// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.configuration;

import daybook.commandside.session.EnrollmentConfigurations;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Enrollment configurations as the API shows them. */
@Component
class OtaEnrollmentEntries {
  private final EnrollmentConfigurations configurations;

  OtaEnrollmentEntries(EnrollmentConfigurations configurations) {
    this.configurations = configurations;
  }

  Map<String, Object> of(ConfigurationState state) {
    ConfigurationDetails details = state.configuration().details();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", state.configuration().number());
    entry.put("enrollment_secret", secret(state));
    entry.put("display_name", details.displayName());
    entry.put("created_at", state.createdAt());
    entry.put("updated_at", state.updatedAt());
    entry.put("name", details.name());
    entry.put("push_certificate", details.pushCertificate());
    entry.put("acme_issuer", null);
    entry.put("scep_issuer", details.issuer());
    entry.put("blueprint", null);
    entry.put("realm", null);
    return entry;
  }

  /** Who may look at a configuration may use its link: it is what the thing is for. */
  private Map<String, Object> secret(ConfigurationState state) {
    ConfigurationDetails details = state.configuration().details();
    Map<String, Object> secret = new LinkedHashMap<>();
    secret.put("id", state.configuration().number());
    secret.put("secret", configurations.secret(state.configuration()).orElse(null));
    secret.put("meta_business_unit", details.businessUnit());
    secret.put("tags", details.tags());
    secret.put("serial_numbers", details.serialNumbers());
    secret.put("udids", details.udids());
    secret.put("quota", details.quota());
    secret.put("request_count", state.reserved());
    secret.put("expires_at", details.expiresAt());
    secret.put("revoked_at", state.revokedAt());
    return secret;
  }
}
