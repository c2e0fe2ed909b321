// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import java.time.Instant;

/** A SCEP issuer as it stands. */
public record ScepIssuerState(ScepIssuer issuer, Instant createdAt, Instant updatedAt) {}
