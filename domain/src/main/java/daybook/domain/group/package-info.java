/**
 * How devices are grouped: business units, to one of which a device belongs, and tags. Each kind is
 * one aggregate, streams {@code business-units:all} and {@code tags:all}.
 *
 * <p>Start at {@link daybook.domain.group.BusinessUnitIntent} and {@link
 * daybook.domain.group.TagIntent}.
 */
package daybook.domain.group;
