// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Puts the hidden field of {@link PageForms} into each form of a template that changes something.
 */
@Component("requestDataValueProcessor")
final class HiddenField implements RequestDataValueProcessor {
  private static final String GET_FORM = HiddenField.class.getName() + ".get";

  @Override
  public String processAction(HttpServletRequest request, String action, String httpMethod) {
    if ("get".equalsIgnoreCase(httpMethod)) {
      request.setAttribute(GET_FORM, true);
    } else {
      request.removeAttribute(GET_FORM);
    }
    return action;
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, String name, String value, String type) {
    return value;
  }

  @Override
  public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    boolean wanted =
        request.getAttribute(GET_FORM) == null
            && request.getAttribute(PageForms.FIELD) instanceof String;
    return wanted
        ? Map.of(PageForms.FIELD, (String) request.getAttribute(PageForms.FIELD))
        : Map.of();
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    return url;
  }
}
