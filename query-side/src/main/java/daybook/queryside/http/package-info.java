/**
 * What all lists of the API share: pages, links, and the last of repeated parameters.
 *
 * <p>Start at {@link daybook.queryside.http.PageRequest}.
 */
package daybook.queryside.http;
