// SPDX-License-Identifier: Apache-2.0
package crooked.domain;

/** Breaks purity: a domain type that knows a framework. */
public interface DomainEvent {
  org.slf4j.Logger log();
}
