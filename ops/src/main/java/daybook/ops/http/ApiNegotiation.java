// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code Accept} without its parameters: {@code application/json; indent=4} asks for JSON. */
@Configuration
class ApiNegotiation extends HeaderContentNegotiationStrategy implements WebMvcConfigurer {
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.strategies(List.of(this));
  }

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    return super.resolveMediaTypes(request).stream().map(ApiNegotiation::bare).toList();
  }

  private static MediaType bare(MediaType accepted) {
    Map<String, String> weight = new LinkedHashMap<>(accepted.getParameters());
    weight.keySet().removeIf(name -> !name.equals("q"));
    return new MediaType(accepted.getType(), accepted.getSubtype(), weight);
  }
}
