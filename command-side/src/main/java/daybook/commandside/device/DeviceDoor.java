// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;

/** One URL to which devices send, with or without a slash at its end. */
public interface DeviceDoor {
  /** The path, without a slash at its end. */
  String path();

  /** Answers a PUT or a POST. */
  ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException;
}
