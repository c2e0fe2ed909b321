// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.commandside.door.Caller;
import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.refusal.RefusalSettings;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.DescribedFields;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** A server with nothing but the doors, and a few things behind them. */
@EnableAutoConfiguration
@ComponentScan({"daybook.ops.http", "daybook.ops.security", "daybook.commandside.access"})
@Import({DoorsUnderTest.Things.class, TrustedProxies.class})
@EnableConfigurationProperties(DoorSettings.class)
class DoorsUnderTest {
  @Bean
  FakeAccounts fakeAccounts() {
    return new FakeAccounts();
  }

  @Bean
  Origins origins(FakeAccounts vault, TrustedProxies proxies, Clock clock) {
    return new Origins(vault, proxies, clock);
  }

  @Bean
  NotedRefusals refusals(FakeAccounts fakes, Origins origins, Clock clock) {
    return new NotedRefusals(fakes, origins, clock);
  }

  /** Refusals that are only noted, at once. */
  static final class NotedRefusals extends Refusals {
    final List<String> noted = new CopyOnWriteArrayList<>();

    NotedRefusals(FakeAccounts fakes, Origins origins, Clock clock) {
      super(
          fakes, fakes, null, origins, clock, new SimpleMeterRegistry(), new RefusalSettings(1, 1));
    }

    @Override
    public void refused(
        String door, Refusal reason, String detail, AccountId account, Caller caller) {
      noted.add(door + " " + reason + (account == null ? "" : " " + account.value()));
    }
  }

  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  record Thing(long id, String displayName, Instant createdAt, Instant updatedAt, String none) {}

  record NewThing(String name, Integer size) {}

  /** What {@code OPTIONS} tells of a thing. */
  static final class ThingFields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Map.of("name", Map.of("type", "string"));
    }
  }

  @TestComponent
  @RestController
  static class Things {
    @RequestMapping(
        path = "/api/mdm/devices/",
        method = {RequestMethod.GET, RequestMethod.POST})
    @Requires(value = "mdm.view_enrolleddevice", name = "Enrolled Device List")
    List<Thing> devices() {
      return List.of(
          new Thing(
              7,
              "Zoë’s Mac 🖥",
              Instant.parse("2026-01-01T00:00:09.009Z"),
              Instant.parse("2026-01-01T00:00:09Z"),
              null));
    }

    @GetMapping("/api/mdm/things/")
    @Requires("mdm.view_thing")
    Map<String, Object> list() {
      return Map.of("count", 0);
    }

    @PostMapping("/api/mdm/things/")
    @Requires(value = "mdm.add_thing", fields = ThingFields.class)
    Map<String, Object> add(
        @RequestBody NewThing thing, @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account) {
      if (thing.name() == null) {
        throw InvalidInput.of("name", "This field is required.");
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("name", thing.name());
      answer.put("by", CurrentAccount.actor(account).id());
      return answer;
    }

    @GetMapping("/api/mdm/things/{id}/")
    @Requires("mdm.view_thing")
    Map<String, Object> get(@PathVariable long id) {
      if (id == 500) {
        throw new IllegalStateException("a defect with a secret");
      }
      throw new NotFound("No Thing matches the given query.");
    }

    @PutMapping("/api/mdm/things/{id}/")
    @Requires("mdm.change_thing")
    void put(@PathVariable long id) {}

    @DeleteMapping("/api/mdm/things/{id}/")
    @Requires("mdm.delete_thing")
    void delete(@PathVariable long id) {}

    @GetMapping("/api/mdm/papers/{id}/")
    @Requires("mdm.view_thing")
    String paper(@PathVariable UUID id) {
      return "\"" + id + "\"";
    }

    @PostMapping("/public/mdm/door")
    byte[] device(@RequestBody byte[] body) {
      return body;
    }

    @PostMapping("/page")
    String page() {
      return "changed";
    }

    @GetMapping("/page")
    String form() {
      return "form";
    }
  }
}
