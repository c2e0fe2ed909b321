// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.springframework.mock.web.MockHttpServletResponse;

/** An answer whose bytes are counted and forgotten. */
final class CountedAnswer extends MockHttpServletResponse {
  private long bytes;
  private long devices;

  /** How many bytes were written so far. */
  long bytes() {
    return bytes;
  }

  /** How many devices were begun so far, by their first field. */
  long devices() {
    return devices;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      private static final String FIRST_FIELD = "{\"id\":";
      private int matched;

      @Override
      public void write(int value) {
        bytes++;
        matched = value == FIRST_FIELD.charAt(matched) ? matched + 1 : value == '{' ? 1 : 0;
        if (matched == FIRST_FIELD.length()) {
          devices++;
          matched = 0;
        }
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
