// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import daybook.projections.command.CommandView;

/** One link of an error chain, under Apple's keys. */
record ShownError(
    @JsonProperty("ErrorCode") long code, @JsonProperty("ErrorDomain") String domain) {
  static ShownError of(CommandView.Error error) {
    return new ShownError(error.code(), error.domain());
  }
}
