// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import java.time.Instant;

/** The certificate authorities that Daybook runs. */
public class CertificateAuthorities extends EventSourced {
  protected CertificateAuthorities() {}

  public CertificateAuthorities(String stream) {
    super(stream);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
