// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.fake.HandClock;
import daybook.commandside.fake.MemoryLog;
import daybook.commandside.fake.OpenVault;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.command.CommandIntent.AskCommandTarget;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandTarget;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The operators' door over ports in memory, and somebody who knocks. */
public final class OperatorDoor {
  public static final AccountState ADMIN =
      new AccountState(new AccountId("admin"), true, false, true, List.of());

  public final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00.123Z"));
  public final OpenVault vault = new OpenVault();
  final FakePushCertificates certificates = new FakePushCertificates(clock);
  public final MemoryLog log = new MemoryLog();
  public final Map<Long, StreamId> devices = new HashMap<>();
  public final List<QueueCommand> queued = new ArrayList<>();
  public final List<Origin> origins = new ArrayList<>();
  public final List<String> awaited = new ArrayList<>();
  public final List<Refusal> refusals = new ArrayList<>();

  /** What is known of the devices. */
  public CommandTarget target = CommandTarget.unknown();

  /** Who knocks. */
  public AccountState account = ADMIN;

  private final Intents intents = new Aggregates();
  private final Directory directory = new Devices();
  private final Catchup catchup =
      (feature, index, atMost) -> {
        awaited.add(feature + " " + index + " " + atMost.toSeconds());
        return true;
      };
  private final Origins doorOrigins =
      new Origins(
          vault,
          new TrustedProxies(
              new DoorSettings(
                  List.of(),
                  DataSize.ofMegabytes(1),
                  DataSize.ofMegabytes(16),
                  DataSize.ofMegabytes(64))),
          clock);

  private final MockMvc mvc;

  /** The door with the controllers of push certificates. */
  OperatorDoor() {
    PushCertificateAnswers answers =
        new PushCertificateAnswers(certificates, doorOrigins, log, catchup);
    mvc =
        mvc(
            new PushCertificateController(certificates, answers),
            new PushCertificateRequestController(certificates, answers));
  }

  /** The door with these. */
  public OperatorDoor(Function<OperatorDoor, Object[]> controllers) {
    mvc = mvc(controllers.apply(this));
  }

  public Intents intents() {
    return intents;
  }

  public Directory directory() {
    return directory;
  }

  public Catchup catchup() {
    return catchup;
  }

  public Desk desk() {
    return new Desk(intents, doorOrigins, null, log, catchup, clock);
  }

  private static MockMvc mvc(Object... controllers) {
    return MockMvcBuilders.standaloneSetup(controllers)
        .setControllerAdvice(new Problems())
        .setMessageConverters(
            new ByteArrayHttpMessageConverter(),
            new JacksonJsonHttpMessageConverter(
                JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()))
        .build();
  }

  public MockHttpServletResponse post(String path, String json) throws Exception {
    return send(HttpMethod.POST, path, json);
  }

  public MockHttpServletResponse get(String path) throws Exception {
    return send(HttpMethod.GET, path, null);
  }

  public MockHttpServletResponse send(HttpMethod method, String path, String json)
      throws Exception {
    var request =
        request(method, path)
            .requestAttr(CurrentAccount.ATTRIBUTE, account)
            .header("User-Agent", "curl/8");
    if (json != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(json);
    }
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return response;
  }

  private final class Devices implements Directory {
    @Override
    public Optional<StreamId> device(long number) {
      return Optional.ofNullable(devices.get(number));
    }

    @Override
    public Optional<StreamId> deviceByCommand(String command) {
      return Optional.empty();
    }

    @Override
    public List<StreamId> devicesBySerialNumber(String serialNumber) {
      return List.of();
    }

    @Override
    public Optional<StreamId> deviceByUdid(String udid) {
      return Optional.empty();
    }

    @Override
    public DevicesOfTopic devicesByTopic(String topic, int most) {
      return new DevicesOfTopic(0, List.of());
    }

    @Override
    public Optional<StreamId> accountByToken(String tokenSha256) {
      return Optional.empty();
    }
  }

  /** Refuses as told, and else records what aggregates would. */
  private final class Aggregates implements Intents {
    @Override
    @SuppressWarnings("unchecked")
    public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
      if (intent instanceof AskCommandTarget) {
        return (Outcome<R>) Outcome.accepted(target);
      }
      origins.add(origin);
      if (intent instanceof QueueCommand command) {
        queued.add(command);
      }
      if (!refusals.isEmpty()) {
        return Outcome.refused(refusals.remove(0), "as told");
      }
      return Outcome.accepted();
    }
  }

  /** What the API's frame makes of refused input. */
  @RestControllerAdvice
  private static final class Problems {
    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> invalid(InvalidInput input) {
      return input.fields();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> missing(NotFound missing) {
      return Map.of("detail", missing.getMessage());
    }
  }
}
