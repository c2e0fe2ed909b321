// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import daybook.domain.Sealed;
import java.io.IOException;
import java.util.function.Function;

/** Sealed values as {@code {"k": …, "v": 1, "c": …, "f": …}}, whatever their class. */
final class SealedJson {
  private SealedJson() {}

  static void write(Sealed sealed, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("k", sealed.k());
    json.writeNumberField("v", sealed.v());
    json.writeStringField("c", sealed.c());
    if (sealed.f() != null) {
      json.writeStringField("f", sealed.f());
    }
    json.writeEndObject();
  }

  /** Reads the object whose start is the parser's present token. */
  static Sealed read(JsonParser json) throws IOException {
    String k = null;
    int v = 0;
    String c = null;
    String f = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "k" -> k = json.getText();
        case "v" -> v = json.getIntValue();
        case "c" -> c = json.getText();
        case "f" -> f = json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
        default -> json.skipChildren();
      }
    }
    if (k == null || c == null) {
      throw new IOException("not a sealed value");
    }
    return new Sealed(k, v, c, f);
  }

  static final class Writer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, Sealed> sealed;

    Writer(Class<T> type, Function<T, Sealed> sealed) {
      super(type);
      this.sealed = sealed;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(sealed.apply(value), json);
    }
  }

  static final class Reader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<Sealed, T> made;

    Reader(Function<Sealed, T> made) {
      super(Sealed.class);
      this.made = made;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return made.apply(read(json));
    }
  }
}
