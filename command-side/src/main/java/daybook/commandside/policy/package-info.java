/**
 * All that the server does by itself: each file named {@code When…Then…} is one policy, a worker on
 * a to-do view. It acts only while its view has caught up with the log, asks the aggregate before
 * it acts and tells it the outcome, whose event removes the row. Of several nodes the one that has
 * its lease acts. So neither a rebuilt view nor a restart can repeat what is done.
 *
 * <p>Start at {@link daybook.commandside.policy.Policy}. Nobody calls it; {@code Policies} starts
 * them after the doors are open.
 */
package daybook.commandside.policy;
