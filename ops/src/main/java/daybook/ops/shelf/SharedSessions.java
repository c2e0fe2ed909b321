// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import daybook.domain.Shelf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** Page sessions that every node finds, by the secret in the browser's cookie. */
final class SharedSessions implements SessionRepository<MapSession> {
  private static final String PREFIX = "page session ";

  /** What our pages leave in a session, and nothing else. */
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter(
          "java.lang.*;java.util.**;daybook.ui.**;org.springframework.web.servlet.FlashMap;"
              + "org.springframework.util.LinkedMultiValueMap;"
              + "org.springframework.util.MultiValueMapAdapter;!*");

  private final Shelf shelf;
  private final Duration time;

  /**
   * @param time how long one lasts that isn't used
   */
  SharedSessions(Shelf shelf, Duration time) {
    this.shelf = shelf;
    this.time = time;
  }

  @Override
  public MapSession createSession() {
    MapSession session = new MapSession();
    session.setMaxInactiveInterval(time);
    return session;
  }

  @Override
  public void save(MapSession session) {
    if (!session.getId().equals(session.getOriginalId())) {
      deleteById(session.getOriginalId());
    }
    HashMap<String, Object> attributes = new HashMap<>();
    session
        .getAttributeNames()
        .forEach(name -> attributes.put(name, session.<Object>getAttribute(name)));
    shelf.put(PREFIX + session.getId(), write(session.getCreationTime(), attributes), time);
  }

  @Override
  public MapSession findById(String id) {
    return shelf.find(PREFIX + id).map(content -> read(id, content)).orElse(null);
  }

  @Override
  public void deleteById(String id) {
    var unused = shelf.take(PREFIX + id);
  }

  private static byte[] write(Instant begun, HashMap<String, Object> attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeLong(begun.toEpochMilli());
      out.writeObject(attributes);
    } catch (IOException e) {
      throw new IllegalStateException("a page left in its session what can't be kept", e);
    }
    return bytes.toByteArray();
  }

  private MapSession read(String id, byte[] content) {
    MapSession session = new MapSession(id);
    session.setMaxInactiveInterval(time);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(content))) {
      in.setObjectInputFilter(OURS);
      session.setCreationTime(Instant.ofEpochMilli(in.readLong()));
      ((Map<?, ?>) in.readObject())
          .forEach((name, value) -> session.setAttribute((String) name, value));
      return session;
    } catch (IOException | ClassNotFoundException e) {
      return null; // of another version; its owner signs in again
    }
  }
}
