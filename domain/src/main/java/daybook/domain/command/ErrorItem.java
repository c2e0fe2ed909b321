// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

/** One link of a report's error chain; its texts stay sealed in the report. */
public record ErrorItem(String domain, long code) {}
