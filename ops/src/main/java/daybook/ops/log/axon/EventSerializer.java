// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.ops.log.json.EventCodec;
import daybook.ops.log.json.OriginJson;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Lets Axon store events under our names, and metadata under our closed list of keys. */
final class EventSerializer implements Serializer {
  private static final SerializedType METADATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final EventCodec codec;
  private final Converter converter = new ChainingConverter();

  EventSerializer(EventCodec codec) {
    this.codec = codec;
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
    byte[] bytes =
        object instanceof MetaData metadata
            ? OriginJson.write(metadata)
            : codec.write((DomainEvent) object);
    return converter.convert(
        new SimpleSerializedObject<>(bytes, byte[].class, typeForClass(object.getClass())),
        representation);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(byte[].class, representation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    byte[] bytes = converter.convert(serialized, byte[].class).getData();
    SerializedType type = serialized.getType();
    return (T)
        (isMetadata(type)
            ? MetaData.from(OriginJson.readMap(bytes))
            : codec.read(type.getName(), type.getRevision(), bytes));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    return isMetadata(type) ? MetaData.class : codec.type(type.getName());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    if (type == MetaData.class) {
      return METADATA;
    }
    EventName name = codec.name(type);
    return new SimpleSerializedType(name.value(), Integer.toString(name.revision()));
  }

  @Override
  public Converter getConverter() {
    return converter;
  }

  private static boolean isMetadata(SerializedType type) {
    return type.getName().equals(METADATA.getName());
  }
}
