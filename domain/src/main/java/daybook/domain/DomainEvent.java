// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * Something that has happened and can't be undone. Each feature holds its events as records in one
 * sealed interface; the name under which one is stored is chosen with {@link EventName}.
 *
 * <p>An event carries every fact that a fold or an aggregate will ever need: neither may read a
 * clock, a setting or a rule table.
 */
public interface DomainEvent {}
