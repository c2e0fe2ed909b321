// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.command;

import daybook.domain.StreamId;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.command.CommandId;
import daybook.projections.command.CommandQuery;
import daybook.projections.command.CommandView;
import daybook.projections.command.CommandViews;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.queryside.http.Links;
import daybook.queryside.http.Page;
import daybook.queryside.http.PageRequest;
import daybook.queryside.http.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading the commands of devices. */
@RestController
@Tag(name = "Commands")
class DeviceCommandListController {
  private static final String LIST = "/api/mdm/devices/commands/";
  private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final CommandViews commands;
  private final DeviceViews devices;
  private final Reports reports;

  DeviceCommandListController(CommandViews commands, DeviceViews devices, Reports reports) {
    this.commands = commands;
    this.devices = devices;
    this.reports = reports;
  }

  @Operation(
      summary = "List commands",
      description = "The newest first, a page at a time; results stand in the detail alone.",
      parameters = {
        @Parameter(name = "enrolled_device", in = ParameterIn.QUERY, description = "its number"),
        @Parameter(name = "name", in = ParameterIn.QUERY, description = "exactly"),
        @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500, usually 50"),
        @Parameter(name = "offset", in = ParameterIn.QUERY, description = "how many to skip")
      })
  @Requires(value = "mdm.view_devicecommand", name = "Enrolled Device Command List")
  @GetMapping(LIST)
  Page<ShownCommand> list(HttpServletRequest request) {
    Parameters parameters = new Parameters(request);
    PageRequest wanted = PageRequest.of(parameters);
    Links links = new Links(request);
    CommandQuery query =
        new CommandQuery(
            parameters.filter("enrolled_device").map(this::stream).orElse(null),
            parameters.filter("name").orElse(null));
    long count = commands.count(query);
    List<CommandView> found =
        wanted.offset() >= count
            ? List.of()
            : commands.page(query, wanted.limit(), wanted.offset());
    return new Page<>(
        count,
        links.next(wanted, count),
        links.previous(wanted),
        found.stream().map(command -> ShownCommand.of(command, device(command), null)).toList());
  }

  @Operation(
      summary = "One command",
      description = "`result` is the device's report in base64, unless its type may hold secrets.")
  @Requires(value = "mdm.view_devicecommand", name = "Enrolled Device Command")
  @GetMapping(LIST + "{uuid:" + UUID_PATTERN + "}/")
  ShownCommand detail(@PathVariable("uuid") UUID uuid) {
    CommandView command =
        commands
            .find(CommandId.of(uuid.toString()))
            .orElseThrow(() -> new NotFound("No DeviceCommand matches the given query."));
    return ShownCommand.of(command, device(command), reports.of(command));
  }

  private Long device(CommandView command) {
    return devices.byStream(new StreamId(command.stream())).map(DeviceView::id).orElse(null);
  }

  private String stream(String number) {
    Optional<DeviceView> device =
        number.matches("\\d{1,18}") ? devices.byNumber(Long.parseLong(number)) : Optional.empty();
    return device
        .map(found -> found.life().stream())
        .orElseThrow(
            () ->
                InvalidInput.of(
                    "enrolled_device",
                    "Select a valid choice. That choice is not one of the available choices."));
  }
}
