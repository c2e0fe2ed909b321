/**
 * What counts as having heard of a device, the same for decisions and views.
 *
 * <p>Start at {@link daybook.domain.contact.Contact}.
 */
package daybook.domain.contact;
