// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

/** What happens to one command that was queued here. */
public interface OfOneCommand {
  CommandId command();
}
