// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request whose JSON body was read already; a body that was empty reads as {@code {}}. */
public final class ApiBody extends HttpServletRequestWrapper {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  public ApiBody(HttpServletRequest request, byte[] bytes) {
    super(request);
    this.bytes = bytes.length == 0 ? NOTHING : bytes;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Stream(new ByteArrayInputStream(bytes));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public int getContentLength() {
    return bytes.length;
  }

  @Override
  public long getContentLengthLong() {
    return bytes.length;
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_JSON_VALUE;
  }

  @Override
  public String getHeader(String name) {
    if (HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
      return getContentType();
    }
    return HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)
        ? Integer.toString(bytes.length)
        : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    boolean ours =
        HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
            || HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name);
    return ours ? Collections.enumeration(List.of(getHeader(name))) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    if (names.stream().noneMatch(HttpHeaders.CONTENT_TYPE::equalsIgnoreCase)) {
      names.add(HttpHeaders.CONTENT_TYPE);
    }
    return Collections.enumeration(names);
  }

  private static final class Stream extends ServletInputStream {
    private final ByteArrayInputStream in;

    private Stream(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read at once");
    }
  }
}
