// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Instant;

/**
 * One event as it stands in the log.
 *
 * @param index its place in the one dense order of all events, from 1
 * @param eventId a lower-case UUIDv7
 * @param stream the stream it belongs to
 * @param sequence its place in that stream, from 0
 * @param time milliseconds; never falls within a stream
 * @param type the stored name
 * @param event the event, in the present revision
 * @param origin who and what caused it
 */
public record LogEntry(
    long index,
    String eventId,
    StreamId stream,
    long sequence,
    Instant time,
    String type,
    DomainEvent event,
    Origin origin) {}
