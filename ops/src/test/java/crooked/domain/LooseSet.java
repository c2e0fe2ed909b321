// SPDX-License-Identifier: Apache-2.0
package crooked.domain;

/** Breaks the sealed sets: an open interface of events. */
public interface LooseSet extends DomainEvent {}
