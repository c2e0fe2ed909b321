// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Personal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The origin of an intent as the metadata of its events: a map of texts under a closed list. */
public final class OriginJson {
  /** All keys that metadata may have. */
  public static final Set<String> KEYS =
      Set.of(
          Origin.ACTOR_KIND,
          Origin.ACTOR_ID,
          Origin.REQUEST_ID,
          Origin.CAUSE,
          Origin.REMOTE_ADDRESS,
          Origin.USER_AGENT);

  private OriginJson() {}

  /** The metadata of an origin; absent values have no key. */
  public static Map<String, String> toMap(Origin origin) {
    Map<String, String> map = new TreeMap<>();
    map.put(Origin.ACTOR_KIND, origin.actor().kind().name().toLowerCase(Locale.ROOT));
    put(map, Origin.ACTOR_ID, origin.actor().id());
    put(map, Origin.REQUEST_ID, origin.requestId());
    put(map, Origin.CAUSE, origin.cause());
    put(map, Origin.REMOTE_ADDRESS, text(origin.remoteAddress()));
    put(map, Origin.USER_AGENT, text(origin.userAgent()));
    return map;
  }

  /** The bytes to store; refuses what is not on the closed list, which is a defect. */
  public static byte[] write(Map<String, ?> metadata) {
    Map<String, String> texts = new TreeMap<>();
    metadata.forEach(
        (key, value) -> {
          if (!KEYS.contains(key) || !(value instanceof String text)) {
            throw new IllegalStateException("not metadata of an event: " + key);
          }
          texts.put(key, text);
        });
    try {
      return EventJson.mapper().writeValueAsBytes(texts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The map that was stored, sorted. */
  public static Map<String, String> readMap(byte[] metadata) {
    Map<String, String> map = new TreeMap<>();
    try (JsonParser json = EventJson.mapper().createParser(metadata)) {
      json.nextToken();
      for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
        map.put(key, json.nextTextValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read metadata", e);
    }
    return map;
  }

  /** The origin that was stored. */
  public static Origin read(byte[] metadata) {
    Map<String, String> map = readMap(metadata);
    return new Origin(
        new Actor(
            Actor.Kind.valueOf(map.get(Origin.ACTOR_KIND).toUpperCase(Locale.ROOT)),
            map.get(Origin.ACTOR_ID)),
        map.get(Origin.REQUEST_ID),
        map.get(Origin.CAUSE),
        personal(map.get(Origin.REMOTE_ADDRESS)),
        personal(map.get(Origin.USER_AGENT)));
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static String text(Personal personal) {
    if (personal == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = EventJson.mapper().createGenerator(text)) {
      SealedJson.write(personal.sealed(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Personal personal(String text) {
    if (text == null) {
      return null;
    }
    try (JsonParser json = EventJson.mapper().createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a sealed value");
      }
      return new Personal(SealedJson.read(json));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read metadata", e);
    }
  }
}
