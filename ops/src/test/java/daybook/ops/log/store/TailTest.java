// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TailTest {
  private static final long SIZE = row(1, "task:a", 0).size();

  @Test
  void whatIsKeptIsReadByIndexAndByPlace() {
    Tail tail = new Tail(10 * SIZE);
    tail.add(row(7, "task:a", 0));
    tail.add(row(8, "task:b", 0));
    tail.add(row(9, "task:a", 1));

    assertThat(indexes(tail.after(6, 9, 100).orElseThrow())).containsExactly(7L, 8L, 9L);
    assertThat(indexes(tail.after(7, 9, 1).orElseThrow())).containsExactly(8L);
    assertThat(indexes(tail.stream("task:a", 0, 100).orElseThrow())).containsExactly(7L, 9L);
    assertThat(indexes(tail.stream("task:a", 0, 1).orElseThrow())).containsExactly(7L);
  }

  @Test
  void nothingIsReadBeyondTheHeadThatTheReaderKnows() {
    Tail tail = new Tail(10 * SIZE);
    tail.add(row(1, "task:a", 0));
    tail.add(row(2, "task:a", 1));

    assertThat(indexes(tail.after(0, 1, 100).orElseThrow())).containsExactly(1L);
    assertThat(tail.after(2, 2, 100).orElseThrow()).isEmpty();
  }

  @Test
  void theOldestGoFirstAndWhatLacksThemIsNotAnswered() {
    Tail tail = new Tail(2 * SIZE);
    tail.add(row(1, "task:a", 0));
    tail.add(row(2, "task:a", 1));
    tail.add(row(3, "task:a", 2));

    assertThat(tail.after(0, 3, 100)).isEmpty();
    assertThat(tail.stream("task:a", 0, 100)).isEmpty();
    assertThat(indexes(tail.after(1, 3, 100).orElseThrow())).containsExactly(2L, 3L);
    assertThat(indexes(tail.stream("task:a", 1, 100).orElseThrow())).containsExactly(2L, 3L);
  }

  @Test
  void whatTheFileAloneCanTellIsNotAnswered() {
    Tail tail = new Tail(10 * SIZE);
    tail.add(row(5, "task:a", 4));

    assertThat(tail.stream("task:a", 3, 100)).isEmpty();
    assertThat(tail.stream("task:a", 5, 100)).isEmpty();
    assertThat(tail.stream("task:b", 0, 100)).isEmpty();
    assertThat(tail.after(3, 5, 100)).isEmpty();
  }

  private static List<Long> indexes(List<StoredEvent> rows) {
    return rows.stream().map(StoredEvent::index).toList();
  }

  private static StoredEvent row(long index, String stream, long sequence) {
    byte[] bytes = new byte[100];
    return new StoredEvent(
        index, "e" + index, stream, "task", sequence, index, "TaskDone", "1", bytes, bytes);
  }
}
