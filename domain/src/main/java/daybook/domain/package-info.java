/**
 * What may be said and what has happened: the words that every module shares, and the ports.
 *
 * <p>Start at {@link daybook.domain.Intent}, {@link daybook.domain.Outcome} and {@link
 * daybook.domain.DomainEvent}; then read one feature package. Everyone may use it; it uses the JDK
 * alone.
 */
package daybook.domain;
