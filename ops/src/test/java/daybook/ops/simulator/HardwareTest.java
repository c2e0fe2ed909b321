// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTest {
  @Test
  void theSameSeedIsTheSameDevice() {
    assertThat(Hardware.of(Model.MAC, 7)).isEqualTo(Hardware.of(Model.MAC, 7));
    assertThat(Hardware.of(Model.MAC, 7)).isNotEqualTo(Hardware.of(Model.MAC, 8));
  }

  @Test
  void neighboursHaveOwnersOfTheirOwn() {
    Set<String> names = new TreeSet<>();
    for (int seed = 0; seed < 20; seed++) {
      names.add(Hardware.of(Model.MAC, seed).name().split("’", 2)[0]);
    }
    assertThat(names).hasSizeGreaterThan(4);
  }

  @Test
  void idsHaveTheShapesOfRealOnes() {
    Set<String> shapes = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      assertThat(Hardware.of(Model.MAC, seed).udid())
          .matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
      String phone = Hardware.of(Model.IPHONE, seed).udid();
      assertThat(phone).matches("[0-9a-f]{40}|00008030-[0-9A-F]{16}");
      shapes.add(phone.contains("-") ? "new" : "old");
      assertThat(Hardware.of(Model.IPHONE, seed).name()).contains("’s iPhone ");
    }
    assertThat(shapes).containsExactly("new", "old");
  }

  @Test
  void phonesTellNoNameWhenTheyAuthenticate() {
    NSDictionary phone =
        new Messages(Hardware.of(Model.IPHONE, 1)).authenticate("com.apple.mgmt.x");
    NSDictionary mac = new Messages(Hardware.of(Model.MAC, 1)).authenticate("com.apple.mgmt.x");
    assertThat(phone.containsKey("DeviceName")).isFalse();
    assertThat(Plists.text(mac, "DeviceName")).contains("’");
  }

  @Test
  void answersCarryTheDevicesOwnValuesAndOnlyWhatWasAsked() {
    Hardware mac = Hardware.of(Model.MAC, 3);
    NSDictionary all = facts(mac);
    assertThat(Plists.text(all, "SerialNumber")).isEqualTo(mac.serialNumber());
    assertThat(Plists.text(all, "OSVersion")).isEqualTo(mac.osVersion());
    assertThat(all.count()).isGreaterThan(20);
    NSDictionary one = facts(mac, "OSVersion");
    assertThat(one.allKeys()).containsExactly("OSVersion");
  }

  @Test
  void propertyListsKeepEmojiAndQuotes() {
    NSDictionary plist = Hardware.of(Model.IPAD, 2).toPlist();
    assertThat(Hardware.of(Plists.read(Plists.xml(plist)))).isEqualTo(Hardware.of(Model.IPAD, 2));
  }

  @Test
  void aDeviceComesBackFromItsFile(@TempDir Path directory) throws Exception {
    SimulatedDevice device = SimulatedDevice.iPhone(5).keptIn(directory);
    Path file = directory.resolve(device.udid() + ".plist");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SimulatedDevice back = SimulatedDevice.wakeUp(file);
    assertThat(back.name()).isEqualTo(device.name());
    assertThat(back.isEnrolled()).isFalse();
  }

  @Test
  void whatADeviceHoldsComesBack() throws Exception {
    Enrolled enrolled =
        new Enrolled(
            ProfileSamples.good(),
            TestIdentity.of("CN=x"),
            new PushTarget(new byte[] {1, 2, 3}, "magic"));
    Memory memory =
        new Memory(Hardware.of(Model.IPHONE, 1), 1, enrolled, true, List.of(ProfileSamples.good()));
    Memory back = Memory.of(Plists.read(Plists.xml(memory.toPlist())));
    assertThat(back.enrolled().identity().certificate())
        .isEqualTo(enrolled.identity().certificate());
    assertThat(back.enrolled().identity().key()).isEqualTo(enrolled.identity().key());
    assertThat(back.enrolled().target().token()).isEqualTo(enrolled.target().token());
    assertThat(back.enrolled().profile()).isEqualTo(enrolled.profile());
    assertThat(back.unlockTokenSent()).isTrue();
    assertThat(back.profiles()).hasSize(1);
  }

  private static NSDictionary facts(Hardware hardware, String... queries) {
    NSDictionary body = new NSDictionary();
    body.put("RequestType", "DeviceInformation");
    if (queries.length > 0) {
      body.put("Queries", NSArray.fromJavaObject(queries));
    }
    Command command = new Command("1", "DeviceInformation", body);
    return (NSDictionary) new Answers(hardware).to(command, List.of()).get("QueryResponses");
  }
}
