// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import java.util.Optional;
import java.util.stream.Stream;

/** Apple's platforms, by the names the API uses. */
public enum Platform {
  MACOS("macOS"),
  IOS("iOS"),
  IPADOS("iPadOS"),
  TVOS("tvOS"),
  WATCHOS("watchOS"),
  VISIONOS("visionOS");

  private final String word;

  Platform(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The platform of a name that the API uses; empty when it is none of them. */
  public static Optional<Platform> of(String word) {
    return Stream.of(values()).filter(platform -> platform.word.equals(word)).findFirst();
  }

  /**
   * The platform of a product name such as {@code Mac14,2} or {@code iPad8,1}; Mac when unknown.
   */
  public static Platform ofProductName(String productName) {
    String name = productName == null ? "" : productName;
    if (name.startsWith("iPhone") || name.startsWith("iPod")) {
      return IOS;
    }
    if (name.startsWith("iPad")) {
      return IPADOS;
    }
    if (name.startsWith("AppleTV") || name.startsWith("AudioAccessory")) {
      return TVOS;
    }
    if (name.startsWith("Watch")) {
      return WATCHOS;
    }
    return name.startsWith("RealityDevice") ? VISIONOS : MACOS;
  }
}
