// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import daybook.commandside.aggregate.EventSourced;
import daybook.ops.log.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Writes an aggregate's fields as a snapshot, and reads them back tolerantly: fields that are gone
 * are ignored. The revision of a type is that of its code, so a changed class finds none.
 */
final class StateSerializer implements Serializer {
  private final ObjectMapper mapper =
      EventJson.builder().disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private final Converter converter = new ChainingConverter();
  private final Map<String, AggregateType<?>> types = new HashMap<>();

  StateSerializer(Iterable<AggregateType<?>> aggregates) {
    aggregates.forEach(type -> types.put(type.model().entityClass().getName(), type));
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
    try {
      return converter.convert(
          new SimpleSerializedObject<>(
              mapper.writeValueAsBytes(object), byte[].class, typeForClass(object.getClass())),
          representation);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the state of " + object.getClass(), e);
    }
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(byte[].class, representation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    if (serialized.getType().getName().equals(MetaData.class.getName())) {
      return (T) MetaData.emptyInstance();
    }
    try {
      EventSourced blank = types.get(serialized.getType().getName()).blank("");
      return (T)
          mapper
              .readerForUpdating(blank)
              .readValue(converter.convert(serialized, byte[].class).getData());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a snapshot", e);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    AggregateType<?> aggregate = types.get(type.getName());
    return aggregate == null ? MetaData.class : aggregate.model().entityClass();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return new SimpleSerializedType(type.getName(), types.get(type.getName()).revision());
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
