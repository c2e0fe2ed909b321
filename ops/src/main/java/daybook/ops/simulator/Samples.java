// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers that devices have given: captured ones from {@code ../shared/fixtures} where that is
 * there (or from {@code DAYBOOK_SHARED}), else the samples of our own making beside this class.
 */
final class Samples {
  private static final Map<String, String> MAC =
      Map.of(
          "DeviceInformation", "device_information.plist",
          "SecurityInfo", "security_info.plist",
          "ProfileList", "profile_list.plist",
          "CertificateList", "certificate_list.plist",
          "InstalledApplicationList", "installed_application_list.plist");
  private static final Map<String, String> MOBILE =
      Map.of(
          "SecurityInfo", "security_info_ios.plist",
          "ManagedApplicationList", "managed_application_list.plist");

  private Samples() {}

  /** The sample for a request type, with its own ids still in it. */
  static Optional<NSDictionary> of(Model model, String requestType) {
    return captured(model, requestType).or(() -> own(model, requestType));
  }

  private static Optional<NSDictionary> captured(Model model, String requestType) {
    String file = (model.isMac() ? MAC : MOBILE).get(requestType);
    if (file == null) {
      return Optional.empty();
    }
    return shared()
        .map(shared -> shared.resolve("fixtures/zentral").resolve(file))
        .filter(Files::isReadable)
        .map(Samples::read);
  }

  private static Optional<NSDictionary> own(Model model, String requestType) {
    String name = "samples/" + (model.isMac() ? "mac" : "mobile") + "/" + requestType + ".plist";
    try (InputStream sample = Samples.class.getResourceAsStream(name)) {
      return sample == null ? Optional.empty() : Optional.of(Plists.read(sample.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> shared() {
    String set = System.getenv("DAYBOOK_SHARED");
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.ofNullable(set), List.of("../shared", "../../shared").stream())
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static NSDictionary read(Path file) {
    try {
      return Plists.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
