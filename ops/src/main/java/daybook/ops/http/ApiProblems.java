// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The one table from what a controller throws to what the API answers. */
@Component
final class ApiProblems implements HandlerExceptionResolver, Ordered {
  static final String NOT_FOUND = "Not found.";

  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** Answers under {@code /api/}; elsewhere, and where the answer has begun, it leaves it. */
  @Override
  public ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception problem) {
    boolean ours = ApiPath.of(request).underApi() && !response.isCommitted();
    if (!ours || problem instanceof AsyncRequestNotUsableException) {
      return null;
    }
    try {
      answer(request, response, problem);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return new ModelAndView();
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, Exception problem)
      throws IOException {
    if (problem instanceof InvalidInput invalid) {
      Answers.json(response, 400, invalid.fields());
    } else if (problem instanceof NotFound missing) {
      Answers.detail(response, 404, missing.getMessage());
    } else if (problem instanceof Unavailable) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
      Answers.detail(response, 503, "Nothing can be told or recorded now. Try again.");
    } else if (problem instanceof HttpMessageNotReadableException unreadable) {
      Answers.json(response, 400, JsonProblem.of(unreadable));
    } else if (problem instanceof MethodArgumentTypeMismatchException) {
      Answers.detail(response, 404, NOT_FOUND);
    } else if (problem instanceof MissingServletRequestParameterException missing) {
      Answers.json(
          response, 400, Map.of(missing.getParameterName(), List.of("This field is required.")));
    } else if (problem instanceof HttpMediaTypeNotAcceptableException) {
      Answers.detail(response, 406, "Could not satisfy the request Accept header.");
    } else if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      Answers.detail(response, known.getStatusCode().value(), text(known));
    } else {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), problem);
      Answers.defect(response);
    }
  }

  private static String text(ErrorResponse known) {
    HttpStatusCode status = known.getStatusCode();
    String detail = known.getBody().getDetail();
    return status.value() == 404 || detail == null ? NOT_FOUND : detail;
  }
}
