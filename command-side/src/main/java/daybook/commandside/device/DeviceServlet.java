// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import daybook.domain.Refusal;
import daybook.domain.access.Unavailable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes what devices send to its door. A servlet of its own: a fleet asks here ten thousand times
 * where a browser asks once, and needs nothing of what pages and the API need on their way.
 */
public final class DeviceServlet extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceServlet.class);

  private final transient DeviceDoor door;

  public DeviceServlet(DeviceDoor door) {
    this.door = door;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean known = request.getMethod().equals("PUT") || request.getMethod().equals("POST");
    write(known ? answer(request) : DeviceProblem.methodNotAllowed(), response);
  }

  /** What can't be found now is 503, and a defect of ours 500: the device comes again. */
  private ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
    try {
      return door.answer(request);
    } catch (Unavailable away) {
      LOG.warn("{} {} is answered later: {}", request.getMethod(), door.path(), away.getMessage());
      return DeviceProblem.answer(Refusal.STORE_UNAVAILABLE, "try again later");
    } catch (RuntimeException defect) {
      LOG.error("{} {} failed", request.getMethod(), door.path(), defect);
      return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).build();
    }
  }

  private static void write(ResponseEntity<byte[]> answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    byte[] body = answer.getBody();
    response.setContentLength(body == null ? 0 : body.length);
    if (body != null) {
      response.getOutputStream().write(body);
    }
  }
}
