// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import daybook.domain.Id;
import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.command.SealedReport;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes an event with a plausible value in every field, the same each time. */
final class SampleMaker {
  private static final Instant TIME = Instant.parse("2026-11-24T08:15:30.250Z");
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String CIPHER =
      "AAECAwQFBgcICQoLvVw8yXG0sHhHn1mT3oHk0q8v5m1eZbTnB0Rj2wq4fWk=";
  private static final String FINGERPRINT = "kZ0bVQ8x3m1aN5t7yR2cW6uE4iO9pLsDfGhJkLzXcVb";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("udid", "00008112-001E3D0A2E78C01E"),
          Map.entry("enrollmentId", "A0B1C2D3E4F5"),
          Map.entry("serialNumber", "C02ABC123DEF"),
          Map.entry("productName", "Mac14,2"),
          Map.entry("model", "MLY13LL/A"),
          Map.entry("modelName", "MacBook Air"),
          Map.entry("platform", "macOS"),
          Map.entry("osVersion", "26.1"),
          Map.entry("osVersionExtra", "(a)"),
          Map.entry("buildVersion", "25B78"),
          Map.entry("buildVersionExtra", "25B78a"),
          Map.entry("topic", "com.apple.mgmt.External.5b1f0c1e-3f6d-4f5e-9d0c-0d8a7f1f2a3b"),
          Map.entry("issuer", "CN=Daybook Device CA,O=Ünïcode ’Ltd’"),
          Map.entry("subject", "CN=Daybook Device CA"),
          Map.entry("requestType", "DeviceInformation"),
          Map.entry("status", "Acknowledged"),
          Map.entry("reason", "CHALLENGE_SPENT"),
          Map.entry("hour", "2026-11-24T08"),
          Map.entry("certificate", HASH),
          Map.entry("replaced", HASH),
          Map.entry("replaces", HASH),
          Map.entry("sha256", HASH),
          Map.entry("tokenSha256", HASH),
          Map.entry("der", "MIIBszCCARygAwIBAgIBATANBgkqhkiG9w0BAQsFADA="));

  private SampleMaker() {}

  static <T extends Record> T make(Class<T> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(components).map(SampleMaker::value).toArray();
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static Object value(RecordComponent component) {
    return value(component.getName(), component.getGenericType());
  }

  private static Object value(String name, Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      return parameterized.getRawType() == Map.class
          ? Map.of("b", "2", "a", "1")
          : List.of(value(name, arguments[0]));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return TEXTS.getOrDefault(name, "a " + name);
    }
    if (raw == Instant.class) {
      return TIME;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return true;
    }
    if (raw == int.class || raw == Integer.class) {
      return 42;
    }
    if (raw == long.class || raw == Long.class) {
      return 4_200_000_000L;
    }
    return raw.isEnum() ? raw.getEnumConstants()[0] : recordValue(raw);
  }

  private static Object recordValue(Class<?> raw) {
    if (raw == Personal.class) {
      return new Personal(new Sealed("1.q83vEjRWeJCrze8S", 1, CIPHER, FINGERPRINT));
    }
    if (raw == Secret.class) {
      return new Secret(new Sealed("2.mHZUMhD-3LqYdlQy", 1, CIPHER, null));
    }
    if (raw == SealedReport.class) {
      return new SealedReport((Personal) recordValue(Personal.class), null, 1_234, 0);
    }
    if (Id.class.isAssignableFrom(raw)) {
      return id(raw);
    }
    return make(raw.asSubclass(Record.class));
  }

  private static Object id(Class<?> raw) {
    String text =
        switch (raw.getSimpleName()) {
          case "Channel" -> "device";
          case "Permission" -> "mdm.view_enrolleddevice";
          case "EnrollmentId" -> "00008112-001E3D0A2E78C01E";
          case "CommandId" -> "0c4fdd2a-6f5b-4c3e-9a57-6d5be2a4a1b0";
          default -> "a-" + raw.getSimpleName();
        };
    try {
      Constructor<?> constructor = raw.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return constructor.newInstance(text);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + raw, e);
    }
  }
}
