// SPDX-License-Identifier: Apache-2.0
package daybook.projections.directory;

import daybook.domain.Directory;
import daybook.domain.StreamId;
import daybook.domain.command.CommandId;
import daybook.projections.ViewReader;
import daybook.projections.access.TokenView;
import daybook.projections.command.CommandViews;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import java.util.List;
import java.util.Optional;

/** Finds streams through the device and the token view. */
public final class ViewDirectory implements Directory {
  private static final int MOST = 500;

  private final DeviceViews devices;
  private final CommandViews commands;
  private final ViewReader<TokenView> tokens;

  public ViewDirectory(DeviceViews devices, CommandViews commands, ViewReader<TokenView> tokens) {
    this.devices = devices;
    this.commands = commands;
    this.tokens = tokens;
  }

  @Override
  public Optional<StreamId> device(long number) {
    return devices.byNumber(number).map(ViewDirectory::stream);
  }

  @Override
  public Optional<StreamId> deviceByCommand(String command) {
    return commands.find(CommandId.of(command)).map(found -> new StreamId(found.stream()));
  }

  @Override
  public List<StreamId> devicesBySerialNumber(String serialNumber) {
    return devices.page(DeviceQuery.all().serialNumber(serialNumber), MOST, 0).stream()
        .map(ViewDirectory::stream)
        .toList();
  }

  @Override
  public Optional<StreamId> deviceByUdid(String udid) {
    return devices.byUdid(udid).stream().findFirst().map(ViewDirectory::stream);
  }

  @Override
  public DevicesOfTopic devicesByTopic(String topic, int most) {
    List<String> serialNumbers =
        devices.ofTopic(topic, most).stream().map(ViewDirectory::serialNumber).toList();
    return new DevicesOfTopic(devices.countOfTopic(topic), serialNumbers);
  }

  @Override
  public Optional<StreamId> accountByToken(String tokenSha256) {
    return tokens.get(tokenSha256).map(token -> new StreamId(token.account()));
  }

  /** By its UDID where it told no serial number. */
  private static String serialNumber(DeviceView device) {
    return device.serialNumber() == null ? device.udid() : device.serialNumber();
  }

  private static StreamId stream(DeviceView device) {
    return new StreamId(device.life().stream());
  }
}
