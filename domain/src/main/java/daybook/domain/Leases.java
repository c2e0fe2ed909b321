// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** Port: shares out among nodes what only one of them may do. */
public interface Leases {
  /** Of the only node: it has whatever it asks for. */
  Leases ALWAYS = work -> Always.LEASE;

  /**
   * Takes part in a piece of work from now on: whenever it is free, this node takes it.
   *
   * @param work its name, the same on all nodes: of a policy, or {@code view:} and that of a view
   */
  Lease on(String work);

  /** The lease of the only node. */
  enum Always implements Lease {
    LEASE;

    @Override
    public boolean held() {
      return true;
    }

    @Override
    public long term() {
      return 1;
    }
  }
}
