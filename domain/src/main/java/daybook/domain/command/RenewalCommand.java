// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

/**
 * What is special about the {@code InstallProfile} that renews a device's identity: by its name in
 * {@code CommandQueued} it is told from all others.
 */
public final class RenewalCommand {
  /** Its {@code name}. */
  public static final String NAME = "RenewIdentity";

  /** Apple's request type. */
  public static final String REQUEST_TYPE = "InstallProfile";

  /** Safe parameter: the how-manieth try for the same certificate, from 1. */
  public static final String ATTEMPT = "attempt";

  /** Safe parameter: ISO 8601 duration from the end of a try that failed to the next one. */
  public static final String RETRY_AFTER = "retry_after";

  /** Safe parameter: lower-case hex SHA-256 of the certificate that is to be replaced. */
  public static final String REPLACES = "replaces";

  private RenewalCommand() {}
}
