// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import daybook.commandside.device.DeviceProblem;
import daybook.commandside.device.identity.Caller;
import daybook.commandside.device.identity.Entry;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Refuses a device's request, and takes note of it, unless the trouble is our own. */
@Component
public class Refusing {
  private final Refusals refusals;

  public Refusing(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Refuses what came through the entrance. */
  public ResponseEntity<byte[]> proven(
      String door, Outcome.Refused<?> refused, Entry.Proven entry, HttpServletRequest request) {
    Caller caller = entry.caller();
    return refuse(door, refused.reason(), refused.detail(), caller.sha256(), entry.body(), request);
  }

  /** Refuses what a device whose certificate has ended may not do. */
  public ResponseEntity<byte[]> ended(String door, Entry.Ended entry, HttpServletRequest request) {
    String detail = "the identity certificate ended at " + entry.end() + " and must be renewed";
    return proven(
        door, new Outcome.Refused<>(Refusal.RENEWAL_ONLY, detail), entry.proven(), request);
  }

  /** Refuses what didn't come through the entrance. */
  public ResponseEntity<byte[]> turnedAway(
      String door, Entry.TurnedAway entry, HttpServletRequest request) {
    return refuse(door, entry.reason(), entry.detail(), entry.certificate(), entry.body(), request);
  }

  /** Refuses what is too long. */
  public ResponseEntity<byte[]> tooLarge(
      String door, Entry.Oversized entry, HttpServletRequest request) {
    String detail = "the body has more than " + entry.body().bytes().length + " bytes";
    return refuse(
        door,
        Refusal.BODY_TOO_LARGE,
        detail,
        entry.claim().sha256(),
        entry.body().bytes(),
        request);
  }

  public ResponseEntity<byte[]> refuse(
      String door,
      Refusal reason,
      String detail,
      String certificate,
      byte[] body,
      HttpServletRequest request) {
    if (!DeviceProblem.passes(reason)) {
      refusals.refused(door, reason, detail, certificate, body, request);
    }
    return DeviceProblem.answer(reason, detail);
  }
}
