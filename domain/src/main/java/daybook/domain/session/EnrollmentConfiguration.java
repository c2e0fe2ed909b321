// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Secret;
import java.time.Instant;

/**
 * An enrollment configuration as it was made.
 *
 * @param number the number that people see
 * @param secretSha256 lower-case hex of the SHA-256 of the secret in its link
 * @param sharedChallengeSha256 likewise, of the challenge in its shared profile
 * @param secret the secret itself, sealed for {@code EnrollmentConfigurationCreated}
 * @param quota how many first certificates it may lead to; null: without limit
 * @param expiresAt null: never
 * @param pushCertificate the number of its push certificate; null: the oldest one
 */
public record EnrollmentConfiguration(
    ConfigurationId id,
    long number,
    String name,
    String secretSha256,
    String sharedChallengeSha256,
    Secret secret,
    Integer quota,
    Instant expiresAt,
    Long pushCertificate) {}
