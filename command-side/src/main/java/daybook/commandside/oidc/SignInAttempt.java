// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A sign-in that has begun, kept until its browser comes back.
 *
 * @param callback where the provider sends it, exactly as it was told
 * @param next the page that was wanted in the first place
 */
record SignInAttempt(State state, Nonce nonce, CodeVerifier verifier, URI callback, String next) {
  static SignInAttempt to(URI callback, String next) {
    return new SignInAttempt(new State(), new Nonce(), new CodeVerifier(), callback, next);
  }

  /** Five lines; none of them has line ends. */
  byte[] write() {
    return String.join(
            "\n",
            state.getValue(),
            nonce.getValue(),
            verifier.getValue(),
            callback.toString(),
            next)
        .getBytes(StandardCharsets.UTF_8);
  }

  static SignInAttempt read(byte[] written) {
    String[] lines = new String(written, StandardCharsets.UTF_8).split("\n", 5);
    return new SignInAttempt(
        new State(lines[0]),
        new Nonce(lines[1]),
        new CodeVerifier(lines[2]),
        URI.create(lines[3]),
        lines[4]);
  }

  @Override
  public String toString() {
    return "SignInAttempt[" + callback + "]";
  }
}
