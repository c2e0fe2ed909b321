// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * The ceiling: the same HTTP server with nothing in it. For each request the bytes that Daybook
 * writes for it are made durable as a part of a group, and it is answered the same each time; no
 * property list is read, no aggregate asked.
 */
final class CeilingServer {
  private static final byte[] COMMAND =
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST"
              + " 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
              + "<plist version=\"1.0\">\n<dict>\n\t<key>Command</key>\n\t<dict>\n"
              + "\t\t<key>RequestType</key>\n\t\t<string>SecurityInfo</string>\n\t</dict>\n"
              + "\t<key>CommandUUID</key>\n\t<string>3f0c8f0e-6c39-4c63-9f0d-7f3f2b0c9d11</string>\n"
              + "</dict>\n</plist>\n")
          .getBytes(StandardCharsets.UTF_8);

  private CeilingServer() {}

  /**
   * Serves until it is ended.
   *
   * @param arguments a port, a directory for the file and for Tomcat's own needs, and a file with
   *     the bytes to append for each request
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    byte[] appended = Files.readAllBytes(Path.of(arguments[2]));
    GroupedAppends appends = new GroupedAppends(directory.resolve("ceiling.db"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory.toString());
    tomcat.setConnector(connector(Integer.parseInt(arguments[0])));
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "ceiling", new Door(appends, appended)).addMapping("/*");
    tomcat.start();
    System.out.println("The ceiling is ready");
    tomcat.getServer().await();
  }

  private static Connector connector(int port) {
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(64 * 1024));
    return connector;
  }

  private static final class Door extends HttpServlet {
    private final transient GroupedAppends appends;
    private final byte[] appended;

    private Door(GroupedAppends appends, byte[] appended) {
      this.appends = appends;
      this.appended = appended;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      request.getInputStream().readAllBytes();
      try {
        appends.append(appended);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      response.setContentType("application/xml");
      response.setContentLength(COMMAND.length);
      response.getOutputStream().write(COMMAND);
    }
  }
}
