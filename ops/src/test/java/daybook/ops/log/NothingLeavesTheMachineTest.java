// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static daybook.ops.log.Homes.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon's update checker calls home when it is configured in the usual way; it never runs here. */
class NothingLeavesTheMachineTest {
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  @TempDir private Path home;

  @Test
  void openLogConnectsToNobody() throws IOException {
    ProxySelector former = ProxySelector.getDefault();
    ProxySelector.setDefault(new Recording());
    try (OpenLog open = Homes.in(home).open()) {
      open.intents().send(new Tally.Count(STREAM, NOW, 1, null), ORIGIN).reply();
      assertThat(asked).isEmpty();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(thread -> thread.getName().toLowerCase(Locale.ROOT))
          .noneMatch(name -> name.contains("update"));
      connectToSomebody();
      assertThat(asked).as("the recording works").hasSize(1);
    } finally {
      ProxySelector.setDefault(former);
    }
  }

  private static void connectToSomebody() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket()) {
      socket.connect(server.getLocalSocketAddress());
    }
  }

  private final class Recording extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      asked.add(uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      throw new IllegalStateException(
          ((InetSocketAddress) address).getHostString() + " can't be reached", failure);
    }
  }
}
