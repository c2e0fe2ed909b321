// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import daybook.projections.store.StoreFailure;
import java.util.function.Supplier;

/** What the driver throws becomes a {@link StoreFailure}. */
final class Attempt {
  private Attempt() {}

  static <T> T of(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw new StoreFailure("MongoDB: can't " + what + ": " + why(e), e);
    }
  }

  /** What is wrong; a time-out tells a page. */
  static String why(MongoException failure) {
    return failure instanceof MongoTimeoutException ? "no primary answers" : failure.getMessage();
  }

  static void run(String what, Runnable work) {
    of(
        what,
        () -> {
          work.run();
          return null;
        });
  }
}
