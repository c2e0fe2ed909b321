/**
 * Accounts of operators: the aggregate, and the service that makes them and judges tokens and
 * passwords. Start at {@link daybook.commandside.access.Accounts}; called by the doors of
 * operators, the sign-in page and the command line.
 */
package daybook.commandside.access;
