// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One route of the API: a path, and what each of its methods takes.
 *
 * @param variables the form of the path's variables, where it is more than a text
 * @param methods by name, without HEAD and OPTIONS
 */
record Route(
    PathPattern pattern,
    Map<String, Pattern> variables,
    Map<String, Method> methods,
    String name,
    String description) {

  /** What every active account holds. */
  static final Permission ANY_ACCOUNT = new Permission("daybook.any_account");

  /** The order in which Zentral names methods. */
  private static final List<String> ORDER =
      List.of("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE");

  /**
   * What one method takes.
   *
   * @param consumes the media types of its body; JSON where none was named
   * @param produces the media types of its answer; JSON where none was named
   * @param fields what its body may hold, as {@code OPTIONS} describes it; empty: it isn't told
   */
  record Method(
      Permission permission,
      List<MediaType> consumes,
      List<MediaType> produces,
      Map<String, Object> fields) {}

  boolean matches(PathContainer path) {
    PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
    return match != null
        && match.getUriVariables().entrySet().stream()
            .allMatch(
                variable -> {
                  Pattern form = variables.get(variable.getKey());
                  return form == null || form.matcher(variable.getValue()).matches();
                });
  }

  /** The method that answers a request's: GET answers HEAD too. */
  Optional<Method> method(String name) {
    return Optional.ofNullable(methods.get(name.equals("HEAD") ? "GET" : name));
  }

  /**
   * Whether POST is only another way to say GET, for clients that follow examples with {@code curl
   * -XPOST}: both need the same permission.
   */
  boolean postIsAlias() {
    Method get = methods.get("GET");
    Method post = methods.get("POST");
    return get != null && post != null && get.permission().equals(post.permission());
  }

  /** The value of the header {@code Allow}. */
  String allow() {
    return ORDER.stream()
        .filter(
            method ->
                method.equals("OPTIONS")
                    || (method(method).isPresent() && !(method.equals("POST") && postIsAlias())))
        .collect(Collectors.joining(", "));
  }

  /** What the methods with a body take, of those that an account may use. */
  Map<String, Object> actions(AccountState account) {
    Map<String, Object> actions = new LinkedHashMap<>();
    for (String method : List.of("PUT", "POST")) {
      Method known = methods.get(method);
      if (known != null && !known.fields().isEmpty() && open(account, method)) {
        actions.put(method, known.fields());
      }
    }
    return actions;
  }

  /** Whether an account may send a request of a method here. */
  boolean open(AccountState account, String method) {
    return account.active()
        && needs(method).stream().allMatch(p -> p.equals(ANY_ACCOUNT) || account.may(p));
  }

  /**
   * The permissions that a request needs. For a method that the route doesn't have these are one of
   * the route's own and the one that such a method usually takes, so that 405 is told only to those
   * who could have used it.
   */
  private List<Permission> needs(String method) {
    if (method.equals("OPTIONS") && methods.containsKey("GET")) {
      return needs("GET");
    }
    return method(method)
        .map(known -> List.of(known.permission()))
        .orElseGet(() -> List.of(anyPermission(), usual(method)));
  }

  private Permission anyPermission() {
    return ORDER.stream()
        .filter(methods::containsKey)
        .map(method -> methods.get(method).permission())
        .findFirst()
        .orElseThrow();
  }

  private Permission usual(String method) {
    String verb =
        switch (method) {
          case "GET", "HEAD" -> "view";
          case "POST" -> "add";
          case "PUT", "PATCH" -> "change";
          case "DELETE" -> "delete";
          default -> null;
        };
    Permission own = anyPermission();
    return verb == null
        ? own
        : new Permission(
            own.value().replaceFirst("\\.(view|add|change|delete)_", "." + verb + "_"));
  }
}
