// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a URL may say, and what is told of it. */
class MongoUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mongodb://db.example.org | names no database",
        "mongodb://db.example.org/daybook?w=1 | must not set w or journal",
        "mongodb://db.example.org/daybook?w=0 | must not set w or journal",
        "mongodb://db.example.org/daybook?journal=false | must not set w or journal",
        "mongodb://db.example.org/daybook?readPreference=secondary | must not set readPreference",
        "mongodb://db.example.org/daybook?readConcernLevel=local | must not set readConcernLevel",
        "mongodb://me:pa@ss:word@db.example.org/daybook | is no URL of MongoDB",
        "mysql://db.example.org/daybook | is no URL of MongoDB"
      })
  void whatIsNotDurableOrNoUrlIsRefusedWithTheNameOfTheSetting(String url, String why) {
    assertThatThrownBy(() -> new MongoUrl("daybook.views_url", url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("daybook.views_url " + why)
        .hasMessageNotContaining("ss:word");
  }

  @Test
  void usersAndPasswordsAreNeverTold() {
    MongoUrl url =
        new MongoUrl(
            "daybook.views_url",
            "mongodb://me:secret@a.example.org,b.example.org:27018/daybook?w=majority&replicaSet=rs");
    assertThat(url).hasToString("mongodb://a.example.org,b.example.org:27018/daybook");
  }

  @Test
  void aServerThatCantBeReachedStopsTheStartWithASentence() {
    MongoUrl url =
        new MongoUrl(
            "daybook.views_url",
            "mongodb://me:secret@127.0.0.1:1/daybook?serverSelectionTimeoutMS=300");
    assertThatThrownBy(() -> Mongo.open(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("daybook.views_url: mongodb://127.0.0.1:1/daybook can't be used:")
        .hasMessageNotContaining("secret");
  }
}
