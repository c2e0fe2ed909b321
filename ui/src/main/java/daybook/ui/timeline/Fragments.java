// SPDX-License-Identifier: Apache-2.0
package daybook.ui.timeline;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders parts of pages outside a request for a page. */
@Component
public class Fragments {
  private final ITemplateEngine templates;

  Fragments(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** A fragment of a template on one line, as server-sent events need it. */
  public String line(String template, String fragment, Map<String, Object> model) {
    return templates
        .process(template, Set.of(fragment), new Context(Locale.ROOT, model))
        .replace('\n', ' ');
  }
}
