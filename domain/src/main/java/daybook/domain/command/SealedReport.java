// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.Personal;
import daybook.domain.Secret;

/**
 * The raw report, in exactly one of two classes: personal when its request type is on the list of
 * harmless answers, else secret. Both are null when it was split into {@code ReportPartRecorded}.
 *
 * @param bytes its length before sealing
 * @param parts the number of {@code ReportPartRecorded} events before this one, mostly 0
 */
public record SealedReport(Personal personal, Secret secret, int bytes, int parts) {}
