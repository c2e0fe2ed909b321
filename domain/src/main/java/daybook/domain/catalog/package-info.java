/** The list of all events. The one package of the domain that knows every feature. */
package daybook.domain.catalog;
