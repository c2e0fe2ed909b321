// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleKeyDeserializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import daybook.domain.Id;
import java.io.IOException;
import java.lang.reflect.Constructor;

/** Typed ids as bare texts, as values and as keys of maps. */
final class IdJson {
  private IdJson() {}

  static final class Writer extends StdSerializer<Id> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Id.class);
    }

    @Override
    public void serialize(Id id, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(id.value());
    }
  }

  static final class KeyWriter extends StdSerializer<Id> {
    private static final long serialVersionUID = 1L;

    KeyWriter() {
      super(Id.class);
    }

    @Override
    public void serialize(Id id, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(id.value());
    }
  }

  static final class Reader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Constructor<?> constructor;

    Reader(Class<?> type) {
      super(type);
      this.constructor = constructor(type);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return make(constructor, json.getText());
    }
  }

  static final class KeyReaders extends SimpleKeyDeserializers {
    private static final long serialVersionUID = 1L;

    @Override
    public KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      if (!Id.class.isAssignableFrom(type.getRawClass()) || !type.getRawClass().isRecord()) {
        return null;
      }
      Constructor<?> constructor = constructor(type.getRawClass());
      return new KeyDeserializer() {
        @Override
        public Object deserializeKey(String key, DeserializationContext context)
            throws IOException {
          return make(constructor, key);
        }
      };
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is an id but not of one text", e);
    }
  }

  private static Object make(Constructor<?> constructor, String text) throws IOException {
    try {
      return constructor.newInstance(text);
    } catch (ReflectiveOperationException e) {
      throw new IOException("not a " + constructor.getDeclaringClass().getSimpleName(), e);
    }
  }
}
