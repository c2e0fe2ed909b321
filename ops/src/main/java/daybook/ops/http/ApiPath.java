// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * A request's path, as the API sees it. Only the plain spelling of a path is one of the API's: no
 * double slash, no dots to climb, no matrix parameters, no encoded letters before the first id.
 */
public record ApiPath(String raw, boolean underApi) {
  private static final String ROOT = "/api";

  public static ApiPath of(HttpServletRequest request) {
    String raw = request.getRequestURI();
    return new ApiPath(raw, within(raw, ROOT) || within(request.getServletPath(), ROOT));
  }

  public boolean plain() {
    String lower = raw.toLowerCase(Locale.ROOT);
    return within(raw, ROOT)
        && !raw.contains("//")
        && !raw.contains("/./")
        && !raw.contains("/../")
        && !raw.endsWith("/.")
        && !raw.endsWith("/..")
        && raw.indexOf(';') < 0
        && raw.indexOf('\\') < 0
        && !lower.contains("%2e")
        && !lower.contains("%2f")
        && !lower.contains("%5c");
  }

  public boolean hasLastSlash() {
    return raw.endsWith("/");
  }

  /** Whether a path is a folder's, or something in it. */
  public static boolean within(String path, String folder) {
    return path != null
        && path.startsWith(folder)
        && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
  }
}
