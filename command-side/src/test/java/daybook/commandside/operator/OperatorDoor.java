// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import daybook.commandside.command.MdmCommands;
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
import daybook.domain.command.CommandIntent.QueueCommand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The operators' door over ports in memory, and an administrator who knocks. */
final class OperatorDoor {
  static final AccountState ADMIN =
      new AccountState(new AccountId("admin"), true, false, true, List.of());

  final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00.123Z"));
  final OpenVault vault = new OpenVault();
  final FakePushCertificates certificates = new FakePushCertificates(clock);
  final MemoryLog log = new MemoryLog();
  final Map<Long, StreamId> devices = new HashMap<>();
  final List<QueueCommand> queued = new ArrayList<>();
  final List<Origin> origins = new ArrayList<>();
  final List<String> awaited = new ArrayList<>();
  final List<Refusal> refusals = new ArrayList<>();
  private final MockMvc mvc;

  OperatorDoor() {
    Intents intents = new Aggregates();
    Origins doorOrigins =
        new Origins(
            vault,
            new TrustedProxies(
                new DoorSettings(
                    List.of(),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(16),
                    DataSize.ofMegabytes(64))),
            clock);
    Catchup catchup =
        (feature, index, atMost) -> {
          awaited.add(feature + " " + index + " " + atMost.toSeconds());
          return true;
        };
    CommandQueueing queueing = new CommandQueueing(intents, vault, new MdmCommands(), log, catchup);
    PushCertificateAnswers answers =
        new PushCertificateAnswers(certificates, doorOrigins, log, catchup);
    mvc =
        MockMvcBuilders.standaloneSetup(
                new CustomCommandController(new Devices(), queueing, doorOrigins, clock),
                new PushCertificateController(certificates, answers),
                new PushCertificateRequestController(certificates, answers))
            .setControllerAdvice(new Problems())
            .setMessageConverters(
                new ByteArrayHttpMessageConverter(),
                new JacksonJsonHttpMessageConverter(
                    JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build()))
            .build();
  }

  MockHttpServletResponse post(String path, String json) throws Exception {
    return send(HttpMethod.POST, path, json);
  }

  MockHttpServletResponse get(String path) throws Exception {
    return send(HttpMethod.GET, path, null);
  }

  MockHttpServletResponse send(HttpMethod method, String path, String json) throws Exception {
    var request =
        request(method, path)
            .requestAttr(CurrentAccount.ATTRIBUTE, ADMIN)
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
    public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
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
