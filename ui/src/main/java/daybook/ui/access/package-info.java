/** Signing in and out, and who is signed in. Start at {@link daybook.ui.access.SignInPages}. */
package daybook.ui.access;
