// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.ops.http.ApiPath;

/** Where files lie that are the same for everybody. */
final class StaticFiles {
  private StaticFiles() {}

  static boolean at(String path) {
    return ApiPath.within(path, "/assets")
        || ApiPath.within(path, "/webjars")
        || path.equals("/favicon.ico");
  }
}
