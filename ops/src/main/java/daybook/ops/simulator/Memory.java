// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.plist.Plists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What a device keeps when it is switched off, as a property list in a file.
 *
 * @param enrolled null while nobody manages it
 * @param unlockTokenSent whether it has told its UnlockToken, which it does once
 * @param profiles the other profiles that it has installed
 */
record Memory(
    Hardware hardware,
    long seed,
    Enrolled enrolled,
    boolean unlockTokenSent,
    List<NSDictionary> profiles) {
  NSDictionary toPlist() {
    NSDictionary plist = hardware.toPlist();
    plist.put("Seed", seed);
    plist.put("UnlockTokenSent", unlockTokenSent);
    plist.put("Profiles", new NSArray(profiles.toArray(NSDictionary[]::new)));
    if (enrolled != null) {
      plist.put("EnrollmentProfile", enrolled.source());
      plist.put("Certificate", enrolled.identity().der());
      plist.put("Key", enrolled.identity().key().getEncoded());
      plist.put("Token", enrolled.target().token());
      plist.put("PushMagic", enrolled.target().magic());
    }
    return plist;
  }

  static Memory of(NSDictionary plist) {
    return new Memory(
        Hardware.of(plist),
        Long.parseLong(Plists.text(plist, "Seed")),
        enrolled(plist),
        Plists.flag(plist, "UnlockTokenSent"),
        Plists.dictionaries(plist, "Profiles"));
  }

  private static Enrolled enrolled(NSDictionary plist) {
    if (!(plist.get("EnrollmentProfile") instanceof NSDictionary source)) {
      return null;
    }
    return new Enrolled(
        source,
        Identity.of(data(plist, "Certificate"), data(plist, "Key")),
        new PushTarget(data(plist, "Token"), Plists.text(plist, "PushMagic")));
  }

  private static byte[] data(NSDictionary plist, String key) {
    return ((NSData) plist.get(key)).bytes();
  }

  static Memory read(Path file) {
    try {
      return of(Plists.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, Plists.xml(toPlist()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
