// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Unavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a page answers for a thing that isn't there, or a question that can't be read or told. */
@ControllerAdvice(basePackages = "daybook.ui")
class PageProblems {
  @ExceptionHandler(NotFound.class)
  void missing(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler(InvalidInput.class)
  void invalid(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }

  @ExceptionHandler(Unavailable.class)
  void unavailable(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
