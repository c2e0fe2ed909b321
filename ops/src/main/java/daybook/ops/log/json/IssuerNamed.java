// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.domain.issuer.ScepIssuerId;

/** A session names the issuer of its certificate since revision 2; before, there was but ours. */
record IssuerNamed(String name) implements Upcaster {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload.put("issuer", ScepIssuerId.OWN.value());
  }
}
