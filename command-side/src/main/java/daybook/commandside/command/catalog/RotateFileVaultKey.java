// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;

/** Has a Mac make a new recovery key of FileVault. */
@RequestType("RotateFileVaultKey")
@On(value = Platform.MACOS, since = "10.9", userEnrollment = false)
public record RotateFileVaultKey(
    @Key(
            value = "KeyType",
            required = true,
            of = {"personal", "institutional"})
        String keyType,
    @Key(value = "FileVaultUnlock", required = true) FileVaultUnlock fileVaultUnlock,
    @Key("NewCertificate") Data newCertificate,
    @Key("ReplyEncryptionCertificate") Data replyEncryptionCertificate)
    implements MdmCommand {
  /** Part of {@link RotateFileVaultKey}. */
  public record FileVaultUnlock(
      @Key("Password") String password,
      @Key("PrivateKeyExport") Data privateKeyExport,
      @Key("PrivateKeyExportPassword") String privateKeyExportPassword) {}
}
