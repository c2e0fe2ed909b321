// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import daybook.commandside.oidc.OidcSettings.Oidc;
import daybook.domain.Refusal;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a provider tells of itself, and the talk with it. Its signatures must be made with a private
 * key of its own: none at all, and those with the client's secret, are refused.
 */
final class OidcProvider {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 1 << 20;

  private final Oidc settings;
  private final OIDCProviderMetadata metadata;
  private final JWKSource<SecurityContext> keys;

  private OidcProvider(Oidc settings, OIDCProviderMetadata metadata) throws MalformedURLException {
    this.settings = settings;
    this.metadata = metadata;
    this.keys =
        JWKSourceBuilder.create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
            .retrying(true)
            .build();
  }

  /** Who somebody is by the provider's word. */
  record Told(ClaimsSet claims) {}

  /** Asks the provider what it is (OpenID Connect Discovery 1.0, section 4). */
  static OidcProvider discover(Oidc settings) throws OidcRefused {
    try {
      return new OidcProvider(
          settings,
          OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT_MILLIS, READ_MILLIS));
    } catch (GeneralException | IOException e) {
      throw unreachable("its description can't be read: " + e.getMessage());
    }
  }

  /** Where a browser goes to sign in. */
  URI address(SignInAttempt attempt) {
    Set<String> scopes = new HashSet<>(settings.scopes());
    scopes.add("openid");
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(scopes.toArray(String[]::new)),
            client(),
            attempt.callback())
        .endpointURI(metadata.getAuthorizationEndpointURI())
        .state(attempt.state())
        .nonce(attempt.nonce())
        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Redeems a code for what the provider says of the person. */
  Told redeem(AuthorizationCode code, SignInAttempt attempt) throws OidcRefused {
    OIDCTokens tokens = tokens(code, attempt);
    IDTokenClaimsSet claims = validated(tokens, attempt);
    boolean complete = has(claims, settings.accountClaim()) && has(claims, settings.rolesClaim());
    return new Told(
        complete || metadata.getUserInfoEndpointURI() == null
            ? claims
            : withUserInfo(claims, tokens.getAccessToken()));
  }

  private OIDCTokens tokens(AuthorizationCode code, SignInAttempt attempt) throws OidcRefused {
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(send(tokenRequest(code, attempt)));
      if (!response.indicatesSuccess()) {
        throw refused(response.toErrorResponse().getErrorObject());
      }
      return (OIDCTokens) response.toSuccessResponse().getTokens().toOIDCTokens();
    } catch (ParseException e) {
      throw unreachable("its answer can't be read: " + e.getMessage());
    } catch (IOException e) {
      throw unreachable(e.getMessage());
    }
  }

  private HTTPRequest tokenRequest(AuthorizationCode code, SignInAttempt attempt)
      throws IOException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, attempt.callback(), attempt.verifier());
    URI endpoint = metadata.getTokenEndpointURI();
    String secret = settings.secret();
    if (secret.isEmpty()) {
      return new TokenRequest.Builder(endpoint, client(), grant).build().toHTTPRequest();
    }
    List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
    boolean post =
        ways != null
            && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return new TokenRequest.Builder(
            endpoint,
            post
                ? new ClientSecretPost(client(), new Secret(secret))
                : new ClientSecretBasic(client(), new Secret(secret)),
            grant)
        .build()
        .toHTTPRequest();
  }

  private IDTokenClaimsSet validated(OIDCTokens tokens, SignInAttempt attempt) throws OidcRefused {
    try {
      return new IDTokenValidator(
              metadata.getIssuer(),
              client(),
              new JWSVerificationKeySelector<>(algorithms(), keys),
              null)
          .validate(tokens.getIDToken(), attempt.nonce());
    } catch (BadJOSEException | JOSEException e) {
      throw new OidcRefused(Refusal.ID_TOKEN_INVALID, e.getMessage());
    }
  }

  private Set<JWSAlgorithm> algorithms() {
    Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    if (metadata.getIDTokenJWSAlgs() != null) {
      all.retainAll(metadata.getIDTokenJWSAlgs());
    }
    return all.isEmpty() ? Set.of(JWSAlgorithm.RS256) : all;
  }

  /** What the ID token leaves out may be told by the endpoint for it (Core 1.0, section 5.3). */
  private ClaimsSet withUserInfo(IDTokenClaimsSet claims, AccessToken token) throws OidcRefused {
    try {
      UserInfoResponse response =
          UserInfoResponse.parse(
              send(new UserInfoRequest(metadata.getUserInfoEndpointURI(), token).toHTTPRequest()));
      if (!response.indicatesSuccess()) {
        throw refused(response.toErrorResponse().getErrorObject());
      }
      ClaimsSet told = response.toSuccessResponse().getUserInfo();
      if (told == null || !claims.getSubject().getValue().equals(told.getStringClaim("sub"))) {
        throw new OidcRefused(Refusal.ID_TOKEN_INVALID, "the user info is about another subject");
      }
      ClaimsSet all = new ClaimsSet(told.toJSONObject());
      all.putAll(claims.toJSONObject());
      return all;
    } catch (ParseException e) {
      throw unreachable("its answer can't be read: " + e.getMessage());
    } catch (IOException e) {
      throw unreachable(e.getMessage());
    }
  }

  private static com.nimbusds.oauth2.sdk.http.HTTPResponse send(HTTPRequest request)
      throws IOException {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    return request.send();
  }

  private ClientID client() {
    return new ClientID(settings.clientId());
  }

  private static boolean has(ClaimsSet claims, String claim) {
    return claim.isEmpty() || claims.getClaim(claim) != null;
  }

  /** The provider's word, shortened: it goes to the log and to a page. */
  static OidcRefused refused(ErrorObject error) {
    String code = error == null || error.getCode() == null ? "no reason given" : error.getCode();
    return new OidcRefused(
        Refusal.PROVIDER_REFUSED, code.length() > 64 ? code.substring(0, 64) : code);
  }

  private static OidcRefused unreachable(String why) {
    return new OidcRefused(Refusal.PROVIDER_UNREACHABLE, String.valueOf(why));
  }
}
