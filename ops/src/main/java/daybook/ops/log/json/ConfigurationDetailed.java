// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.EnrollmentConfiguration;
import java.util.List;

/**
 * What was decided of an enrollment configuration stands by itself since revision 2, and says what
 * went without saying before: our own authority, and devices of all kinds.
 */
record ConfigurationDetailed() implements Upcaster {
  private static final List<String> KEPT = List.of("name", "quota", "expiresAt", "pushCertificate");

  @Override
  public String name() {
    return EnrollmentConfiguration.CREATED;
  }

  @Override
  public int from() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    ObjectNode configuration = (ObjectNode) payload.get("configuration");
    ObjectNode details = configuration.objectNode();
    for (String field : KEPT) {
      JsonNode value = configuration.remove(field);
      if (value != null) {
        details.set(field, value);
      }
    }
    details.put("displayName", ConfigurationDetails.DISPLAY_NAME);
    details.put("issuer", ScepIssuerId.OWN.value());
    configuration.set("details", details);
    return payload;
  }
}
