/**
 * Who may do what over HTTP. Start at {@link daybook.ops.security.SecurityConfiguration}, which
 * lists the filters in their order; {@link daybook.ops.security.ApiDoor} judges each request of the
 * API. Nothing here touches the devices' paths under {@code /public/}.
 */
package daybook.ops.security;
