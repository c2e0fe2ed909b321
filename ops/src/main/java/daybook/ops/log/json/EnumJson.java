// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Constants as their names in lower case. */
final class EnumJson {
  private EnumJson() {}

  static final class WriterModifier extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifyEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonSerializer<?> standard) {
      return new Writer();
    }
  }

  private static final class Writer extends StdSerializer<Object> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Object.class);
    }

    @Override
    public void serialize(Object constant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(word(constant));
    }
  }

  static final class Reader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> constants = new HashMap<>();

    Reader(Class<?> type) {
      super(type);
      for (Object constant : type.getEnumConstants()) {
        constants.put(word(constant), constant);
      }
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      Object constant = constants.get(json.getText());
      if (constant == null) {
        return context.handleWeirdStringValue(handledType(), json.getText(), "not one of them");
      }
      return constant;
    }
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
