// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import daybook.domain.access.DescribedFields;
import daybook.domain.access.Requires;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation what its route requires and takes, and how it is refused. */
@Component
class DescribedOperations implements OperationCustomizer {
  /** Where an operation tells by name what its caller must be allowed to do. */
  static final String PERMISSION = "x-permission";

  private static final String JSON = "application/json";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Requires requires = handler.getMethodAnnotation(Requires.class);
    if (requires == null) {
      return operation;
    }
    operation.addExtension(PERMISSION, requires.value());
    if (operation.getSummary() == null) {
      operation.setSummary(requires.name());
    }
    String needs = "Needs the permission `" + requires.value() + "`.";
    operation.setDescription(
        operation.getDescription() == null ? needs : operation.getDescription() + " " + needs);
    Map<String, Object> fields = fields(requires.fields());
    if (!fields.isEmpty()) {
      operation.setRequestBody(new RequestBody().content(json(BodySchema.of(fields))));
    }
    refusals(operation);
    return operation;
  }

  private static Map<String, Object> fields(Class<? extends DescribedFields> described) {
    return BeanUtils.instantiateClass(described).fields();
  }

  private static void refusals(Operation operation) {
    boolean one =
        operation.getParameters() != null
            && operation.getParameters().stream().map(Parameter::getIn).anyMatch("path"::equals);
    refusal(operation, "401", "The token is missing, or isn't good (any more).", detail());
    refusal(operation, "403", "The account lacks the permission.", detail());
    if (one) {
      refusal(operation, "404", "There is no such thing.", detail());
    }
    if (operation.getRequestBody() != null) {
      refusal(operation, "400", "By field, what is wrong with it; or a list of sentences.", null);
    }
    refusal(operation, "503", "It can't be told or recorded now; try again.", detail());
  }

  private static void refusal(
      Operation operation, String status, String meaning, Schema<?> answer) {
    ApiResponse response = new ApiResponse().description(meaning);
    operation
        .getResponses()
        .putIfAbsent(status, response.content(json(answer == null ? new Schema<>() : answer)));
  }

  private static Schema<?> detail() {
    return new Schema<>().type("object").addProperty("detail", new Schema<>().type("string"));
  }

  private static Content json(Schema<?> schema) {
    return new Content().addMediaType(JSON, new MediaType().schema(schema));
  }
}
