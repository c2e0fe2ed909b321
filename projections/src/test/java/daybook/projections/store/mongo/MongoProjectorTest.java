// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.ViewStatus;
import daybook.projections.device.DeviceFold;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projector over MongoDB, over a server in memory. */
class MongoProjectorTest {
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final FakeVault vault = new FakeVault();
  private final String url = url();
  private Mongo mongo;

  String url() {
    return MongoServers.newDatabase();
  }

  @BeforeEach
  void connect() {
    mongo = Mongo.open(new MongoUrl("test", url));
  }

  @AfterEach
  void drop() {
    mongo.database().drop();
    mongo.close();
  }

  @Test
  void theViewsHaveTheBytesThatTheyHaveInSqliteAndSoHasARebuild() {
    Story first = devices(20).get(0);
    first.happens(new DeviceShredded(1, List.of(first.keyId())), Actor.operator("account-1"));
    Map<String, String> inFiles;
    try (TestViews views = new TestViews(log, vault, folder)) {
      inFiles = digests(views.settled());
    }
    try (MongoViewStores stores = open();
        TestViews views = views(stores).settled()) {
      assertThat(digests(views)).isEqualTo(inFiles);
      for (ViewStatus view : views.projector.views()) {
        views.projector.rebuild(view.name(), progress -> {});
      }
      assertThat(digests(views)).isEqualTo(inFiles);
      assertThat(mongo.database().listCollectionNames())
          .contains("device-v" + new DeviceFold().version() + "-r1")
          .doesNotContain("device-v" + new DeviceFold().version());
    }
    mongo.database().drop();
    try (MongoViewStores stores = open();
        TestViews views = views(stores).settled()) {
      assertThat(digests(views)).as("after the database was dropped").isEqualTo(inFiles);
    }
  }

  @Test
  void twoServersMayFoldTheSameLogIntoOneDatabase() {
    devices(10);
    try (MongoViewStores one = open();
        MongoViewStores two = open();
        TestViews first = views(one);
        TestViews second =
            new TestViews(log, vault, folder.resolve("second"), two, new DeviceFold())) {
      for (int i = 11; i <= 40; i++) {
        Story mac = new Story(log, i).enrolls();
        mac.says(new DeviceConnected(Channel.DEVICE));
        if (i % 7 == 0) {
          mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.server());
        }
      }
      first.settled();
      second.settled();
      Map<String, String> together = digests(first);
      assertThat(digests(second)).isEqualTo(together);
      try (TestViews files = new TestViews(log, vault, folder.resolve("files")).settled()) {
        assertThat(digests(files)).isEqualTo(together);
      }
    }
  }

  @Test
  void whatWasShreddedIsInNoDocument() {
    Story mac = devices(3).get(0);
    try (MongoViewStores stores = open();
        TestViews views = views(stores).settled()) {
      String number = mac.device().stream().value();
      assertThat(texts(number)).anyMatch(text -> text.contains(Story.NAME));
      mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
      views.settled();
      assertThat(texts(number)).isNotEmpty().noneMatch(text -> text.contains(Story.NAME));
    }
  }

  private List<Story> devices(int count) {
    List<Story> stories = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      stories.add(new Story(log, i).enrolls());
    }
    return stories;
  }

  private Map<String, List<Document>> all() {
    Map<String, List<Document>> all = new TreeMap<>();
    for (String name : mongo.database().listCollectionNames()) {
      all.put(name, mongo.database().getCollection(name).find().into(new ArrayList<>()));
    }
    return all;
  }

  private List<String> texts(String key) {
    return all().values().stream()
        .flatMap(List::stream)
        .map(Document::toString)
        .filter(text -> text.contains(key))
        .toList();
  }

  private MongoViewStores open() {
    return MongoViewStores.open(new MongoUrl("daybook.views_url", url), log);
  }

  private TestViews views(MongoViewStores stores) {
    return new TestViews(log, vault, folder, stores, new DeviceFold());
  }

  private static Map<String, String> digests(TestViews views) {
    Map<String, String> digests = new TreeMap<>();
    views.projector.views().forEach(v -> digests.put(v.name(), views.projector.digest(v.name())));
    return digests;
  }
}
