// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;

/** All routes of the API; of several that fit a path, the most specific answers. */
final class RouteTable {
  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(Route::pattern)).toList();
  }

  Optional<Route> find(String rawPath) {
    PathContainer path = PathContainer.parsePath(rawPath);
    return routes.stream().filter(route -> route.matches(path)).findFirst();
  }

  List<Route> routes() {
    return routes;
  }
}
