// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import daybook.domain.Id;
import daybook.domain.Personal;
import daybook.domain.Secret;
import java.time.Instant;

/** How the domain's shared types are written and read. */
final class EventModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  EventModule() {
    super("daybook-events");
    addSerializer(Id.class, new IdJson.Writer());
    addKeySerializer(Id.class, new IdJson.KeyWriter());
    addSerializer(Instant.class, new InstantJson.Writer());
    addDeserializer(Instant.class, new InstantJson.Reader());
    addSerializer(Personal.class, new SealedJson.Writer<>(Personal.class, Personal::sealed));
    addDeserializer(Personal.class, new SealedJson.Reader<>(Personal::new));
    addSerializer(Secret.class, new SealedJson.Writer<>(Secret.class, Secret::sealed));
    addDeserializer(Secret.class, new SealedJson.Reader<>(Secret::new));
    setSerializerModifier(new EnumJson.WriterModifier());
    setDeserializerModifier(new Readers());
    setKeyDeserializers(new IdJson.KeyReaders());
  }

  private static final class Readers extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription description, JsonDeserializer<?> standard) {
      Class<?> type = description.getBeanClass();
      return Id.class.isAssignableFrom(type) && type.isRecord()
          ? new IdJson.Reader(type)
          : standard;
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> standard) {
      return new EnumJson.Reader(type.getRawClass());
    }
  }
}
