/**
 * The page about business units and tags.
 *
 * <p>Start at {@link daybook.ui.group.GroupPages}.
 */
package daybook.ui.group;
