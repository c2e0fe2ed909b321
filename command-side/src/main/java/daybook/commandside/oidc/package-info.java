/**
 * Signing in to the pages at an OpenID Connect provider. Start at {@link
 * daybook.commandside.oidc.OidcSignIn}; called by the sign-in pages through their port.
 */
package daybook.commandside.oidc;
