// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.Permission;
import daybook.domain.access.Requires;
import daybook.ops.http.ApiPath;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/** Reads the routes of the API off the controllers' mappings. */
final class Routes {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** The library that serves the description of the API, which every account may read. */
  private static final String SCHEMA = "org.springdoc.";

  private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

  private final Map<PathPattern, Draft> drafts = new LinkedHashMap<>();

  private Routes() {}

  /**
   * The table.
   *
   * @throws IllegalStateException when an endpoint names no permission or no method: nobody may
   *     reach such a thing, so the server doesn't start with it
   */
  static RouteTable of(Map<RequestMappingInfo, HandlerMethod> mappings) {
    Routes routes = new Routes();
    mappings.forEach(routes::add);
    return new RouteTable(routes.drafts.values().stream().map(Draft::route).toList());
  }

  private void add(RequestMappingInfo mapping, HandlerMethod handler) {
    if (mapping.getPathPatternsCondition() == null) {
      return;
    }
    for (PathPattern pattern : mapping.getPathPatternsCondition().getPatterns()) {
      if (ApiPath.within(pattern.getPatternString(), "/api")) {
        drafts.computeIfAbsent(pattern, Draft::new).add(mapping, handler);
      }
    }
  }

  private static final class Draft {
    private final PathPattern pattern;
    private final Map<String, Route.Method> methods = new HashMap<>();
    private final Map<String, Pattern> variables = new HashMap<>();
    private String name;
    private String description = "";

    private Draft(PathPattern pattern) {
      this.pattern = pattern;
      this.name = RouteName.of(pattern.getPatternString());
    }

    private void add(RequestMappingInfo mapping, HandlerMethod handler) {
      Set<RequestMethod> verbs = mapping.getMethodsCondition().getMethods();
      Permission permission = permission(handler);
      if (permission == null || verbs.isEmpty()) {
        throw new IllegalStateException(
            handler + " serves " + pattern + " but names no permission (@Requires) or no method");
      }
      Route.Method method =
          new Route.Method(
              permission,
              orJson(mapping.getConsumesCondition().getConsumableMediaTypes()),
              orJson(mapping.getProducesCondition().getProducibleMediaTypes()),
              fields(handler.getMethodAnnotation(Requires.class)));
      verbs.forEach(verb -> methods.put(verb.name(), method));
      variables.putAll(forms(handler));
      describe(handler.getMethodAnnotation(Requires.class));
    }

    private void describe(Requires requires) {
      if (requires != null) {
        name = requires.name().isEmpty() ? name : requires.name();
        description = requires.description().isEmpty() ? description : requires.description();
      }
    }

    private Route route() {
      return new Route(pattern, Map.copyOf(variables), Map.copyOf(methods), name, description);
    }
  }

  private static Permission permission(HandlerMethod handler) {
    Requires requires = handler.getMethodAnnotation(Requires.class);
    if (requires != null) {
      return new Permission(requires.value());
    }
    return handler.getBeanType().getName().startsWith(SCHEMA) ? Route.ANY_ACCOUNT : null;
  }

  private static Map<String, Object> fields(Requires requires) {
    return requires == null ? Map.of() : BeanUtils.instantiateClass(requires.fields()).fields();
  }

  private static List<MediaType> orJson(Collection<MediaType> types) {
    return types.isEmpty() ? JSON : new ArrayList<>(types);
  }

  private static Map<String, Pattern> forms(HandlerMethod handler) {
    Map<String, Pattern> forms = new HashMap<>();
    for (Parameter parameter : handler.getMethod().getParameters()) {
      PathVariable variable = parameter.getAnnotation(PathVariable.class);
      Pattern form = form(parameter.getType());
      if (variable != null && form != null) {
        String name = variable.value().isEmpty() ? variable.name() : variable.value();
        forms.put(name.isEmpty() ? parameter.getName() : name, form);
      }
    }
    return forms;
  }

  private static Pattern form(Class<?> type) {
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return NUMBER;
    }
    return type == UUID.class ? UUID_TEXT : null;
  }
}
