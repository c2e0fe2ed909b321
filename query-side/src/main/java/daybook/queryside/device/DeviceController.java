// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.Origin;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.queryside.device.DeviceGroupsNow.Numbers;
import daybook.queryside.http.Links;
import daybook.queryside.http.Page;
import daybook.queryside.http.PageRequest;
import daybook.queryside.http.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Reading devices. */
@RestController
@Tag(name = "Devices")
class DeviceController {
  private static final String LIST = "/api/mdm/devices/";

  private final DeviceViews devices;
  private final DeviceGroupsNow groups;
  private final JsonMapper json;

  DeviceController(DeviceViews devices, DeviceGroupsNow groups, JsonMapper json) {
    this.devices = devices;
    this.groups = groups;
    this.json = json;
  }

  @Operation(
      summary = "List devices",
      description =
          "An array of all devices that match; with `limit` or `offset` a page, whose devices have"
              + " more fields. A POST without a body is answered like a GET.",
      parameters = {
        @Parameter(name = "serial_number", in = ParameterIn.QUERY, description = "exactly"),
        @Parameter(name = "udid", in = ParameterIn.QUERY, description = "exactly"),
        @Parameter(
            name = "short_name",
            in = ParameterIn.QUERY,
            description = "of one of the device's users, exactly"),
        @Parameter(
            name = "tags",
            in = ParameterIn.QUERY,
            description = "the number of a tag; repeated: devices that have one of them"),
        @Parameter(
            name = "excluded_tags",
            in = ParameterIn.QUERY,
            description = "the number of a tag; repeated: devices that have none of them"),
        @Parameter(
            name = "archived",
            in = ParameterIn.QUERY,
            description =
                "`true` for the archived devices alone, `all` for both; else none of them"),
        @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500, usually 50"),
        @Parameter(name = "offset", in = ParameterIn.QUERY, description = "how many to skip"),
        @Parameter(
            name = "ordering",
            in = ParameterIn.QUERY,
            description =
                "`created_at`, `last_seen_at` or `updated_at`, with `-` for the latest first")
      },
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      array = @ArraySchema(schema = @Schema(implementation = ListedDevice.class)))))
  @Requires(value = "mdm.view_enrolleddevice", name = "Enrolled Device List")
  @RequestMapping(
      path = LIST,
      method = {RequestMethod.GET, RequestMethod.POST})
  void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters parameters = new Parameters(request);
    Numbers known = groups.numbers(asking(request));
    DeviceFilter filter = DeviceFilter.of(parameters, known.tags());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    if (PageRequest.isAsked(parameters)) {
      Page<DeviceView> page = page(filter, known, PageRequest.of(parameters), new Links(request));
      json.writeValue(response.getOutputStream(), page);
    } else {
      writeAll(filter, response);
    }
  }

  private Page<DeviceView> page(
      DeviceFilter filter, Numbers known, PageRequest wanted, Links links) {
    long count = filter.nobody() ? 0 : devices.count(filter.query());
    List<DeviceView> found =
        wanted.offset() >= count
            ? List.of()
            : devices.page(filter.query(), wanted.limit(), wanted.offset());
    return new Page<>(
        count,
        links.next(wanted, count),
        links.previous(wanted),
        found.stream().map(known::shown).toList());
  }

  /**
   * A few at a time: memory stays flat however many there are. After a failure the array is left
   * without an end, or what was written until then would look like all of it.
   */
  private void writeAll(DeviceFilter filter, HttpServletResponse response) throws IOException {
    SequenceWriter array =
        json.writerFor(ListedDevice.class).writeValuesAsArray(response.getOutputStream());
    if (!filter.nobody()) {
      devices.each(filter.query(), device -> array.write(ListedDevice.of(device)));
    }
    array.close();
  }

  @Operation(summary = "One device, by its number")
  @Requires(value = "mdm.view_enrolleddevice", name = "Enrolled Device Detail")
  @GetMapping(LIST + "{id:[0-9]{1,18}}/")
  DeviceView detail(@PathVariable("id") long id, HttpServletRequest request) {
    return devices
        .byNumber(id)
        .map(groups.numbers(asking(request))::shown)
        .orElseThrow(() -> new NotFound("No EnrolledDevice matches the given query."));
  }

  private static Origin asking(HttpServletRequest request) {
    Object account = request.getAttribute(CurrentAccount.ATTRIBUTE);
    return Origin.of(CurrentAccount.actor(account), UUID.randomUUID().toString());
  }
}
