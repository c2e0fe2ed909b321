// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * Where an intent came from; kept as the metadata of its events under the closed list of keys.
 *
 * @param actor who caused it
 * @param requestId the id of the request, the same in the answer's header and in the server's log
 * @param cause what led to it, for example an event id or a policy's row; may be null
 * @param remoteAddress sealed for the actor, event name {@link #SEALED_AS}; may be null
 * @param userAgent sealed likewise; may be null
 */
public record Origin(
    Actor actor, String requestId, String cause, Personal remoteAddress, Personal userAgent) {
  /** The event name in the sealed values' additional data: metadata belongs to no one event. */
  public static final String SEALED_AS = "metadata";

  public static final String ACTOR_KIND = "actor_kind";
  public static final String ACTOR_ID = "actor_id";
  public static final String REQUEST_ID = "request_id";
  public static final String CAUSE = "cause";
  public static final String REMOTE_ADDRESS = "remote_address";
  public static final String USER_AGENT = "user_agent";

  public static Origin of(Actor actor, String requestId) {
    return new Origin(actor, requestId, null, null, null);
  }

  public Origin causedBy(String what) {
    return new Origin(actor, requestId, what, remoteAddress, userAgent);
  }
}
