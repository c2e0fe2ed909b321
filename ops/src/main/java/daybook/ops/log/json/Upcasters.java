// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain that leads every stored revision of an event to the present one. */
public final class Upcasters {
  /** All there are: one per revision that was ever left behind. */
  public static final List<Upcaster> ALL =
      List.of(
          new OptionalFieldAdded("EnrollmentStarted", 1),
          new OptionalFieldAdded("IdentityRenewed", 1),
          new OptionalFieldAdded("AccountCreated", 1),
          new OptionalFieldAdded("RequestRefused", 1),
          new OptionalFieldAdded("SignedIn", 1),
          new ConfigurationDetailed(),
          new IssuerNamed("EnrollmentSessionOpened"),
          new IssuerNamed("RenewalSessionOpened"));

  private final Map<String, Upcaster> byNameAndRevision = new HashMap<>();

  Upcasters(List<Upcaster> upcasters) {
    for (Upcaster upcaster : upcasters) {
      if (byNameAndRevision.put(key(upcaster.name(), upcaster.from()), upcaster) != null) {
        throw new IllegalStateException(
            "two upcasters take " + key(upcaster.name(), upcaster.from()));
      }
    }
  }

  ObjectNode upcast(String name, int from, int to, ObjectNode payload) {
    if (from > to) {
      throw new IllegalStateException(
          "%s was stored in revision %d, this version knows %d".formatted(name, from, to));
    }
    ObjectNode present = payload;
    for (int revision = from; revision < to; revision++) {
      Upcaster upcaster = byNameAndRevision.get(key(name, revision));
      if (upcaster == null) {
        throw new IllegalStateException("no upcaster takes " + key(name, revision));
      }
      present = upcaster.upcast(present);
    }
    return present;
  }

  private static String key(String name, int revision) {
    return name + "." + revision;
  }
}
