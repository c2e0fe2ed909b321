// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says what operations that write answer: what reading the same thing answers. Making one is 201
 * and the one; changing it, or what is done to it by a route of its own, 200 and the one; deleting
 * it 204. What only a Java map answers has the fields that it is made of.
 */
@Component
class WrittenAnswers implements OpenApiCustomizer {
  private static final String DONE = "200";

  @Override
  public void customise(OpenAPI description) {
    Paths paths = description.getPaths();
    paths.values().forEach(WrittenAnswers::fields);
    paths.forEach(
        (path, item) -> {
          if (isUntold(item.getPut())) {
            read(item).ifPresent(content -> told(item.getPut(), DONE, "as it is now", content));
          }
          if (isUntold(item.getDelete())) {
            told(item.getDelete(), "204", "it is gone", null);
          }
          if (isUntold(item.getPost())) {
            posted(paths, path, item.getPost());
          }
        });
  }

  /** What is put has the fields of what is got, those that can't be changed included. */
  private static void fields(PathItem item) {
    if (isUntold(item.getGet())
        && item.getPut() != null
        && item.getPut().getRequestBody() != null
        && isTyped(item.getPut().getRequestBody().getContent())) {
      told(item.getGet(), DONE, "the one", item.getPut().getRequestBody().getContent());
    }
  }

  private static void posted(Paths paths, String path, Operation post) {
    String permission = permission(post);
    if (permission.contains(".add_")) {
      one(paths, permission.replace(".add_", ".view_"))
          .ifPresent(content -> told(post, "201", "the one that was made", content));
    } else {
      at(paths, path.replaceFirst("[^/]+/$", ""))
          .flatMap(WrittenAnswers::read)
          .ifPresent(content -> told(post, DONE, "as it is now", content));
    }
  }

  /** What looking at one thing of a kind answers. */
  private static Optional<Content> one(Paths paths, String permission) {
    return paths.entrySet().stream()
        .filter(it -> it.getKey().endsWith("}/") && it.getValue().getGet() != null)
        .map(Map.Entry::getValue)
        .filter(it -> permission(it.getGet()).equals(permission))
        .findFirst()
        .flatMap(WrittenAnswers::read);
  }

  private static String permission(Operation operation) {
    return operation.getExtensions() == null
        ? ""
        : String.valueOf(operation.getExtensions().get(DescribedOperations.PERMISSION));
  }

  /** The path of this form, whatever its variables are called. */
  private static Optional<PathItem> at(Paths paths, String path) {
    return paths.entrySet().stream()
        .filter(it -> form(it.getKey()).equals(form(path)) && it.getValue().getGet() != null)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String form(String path) {
    return path.replaceAll("\\{[^/]*}", "{}");
  }

  /** Whether only its Java type says what it answers, which is any. */
  private static boolean isUntold(Operation operation) {
    return operation != null
        && operation.getResponses().get(DONE) != null
        && !isTyped(operation.getResponses().get(DONE).getContent());
  }

  private static boolean isTyped(Content content) {
    return content != null
        && content.values().stream()
            .map(MediaType::getSchema)
            .anyMatch(
                it ->
                    it != null
                        && (it.get$ref() != null
                            || it.getProperties() != null
                            || it.getItems() != null));
  }

  private static Optional<Content> read(PathItem item) {
    return Optional.ofNullable(item.getGet())
        .map(it -> it.getResponses().get(DONE))
        .map(ApiResponse::getContent)
        .filter(WrittenAnswers::isTyped);
  }

  private static void told(Operation operation, String status, String meaning, Content content) {
    operation.getResponses().remove(DONE);
    operation
        .getResponses()
        .addApiResponse(status, new ApiResponse().description(meaning).content(content));
  }
}
