// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.configuration;

import daybook.commandside.issuer.IssuerSettings;
import daybook.commandside.operator.Desk;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.Tag;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerState;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an enrollment configuration may point to. */
@Component
class References {
  private final Desk desk;
  private final IssuerSettings settings;

  References(Desk desk, IssuerSettings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  /** All there is, as of one request. */
  record Known(
      Set<Long> pushCertificates,
      Set<Long> businessUnits,
      Set<Long> tags,
      List<ScepIssuer> issuers,
      IssuerSettings settings) {
    boolean hasIssuer(ScepIssuerId id) {
      return id.equals(ScepIssuerId.OWN) || issuer(id).isPresent();
    }

    /** Whether profiles can send devices to it: it is ours, or has one challenge for all. */
    boolean isUsable(ScepIssuerId id) {
      return id.equals(ScepIssuerId.OWN)
          || issuer(id).flatMap(settings::staticChallenge).isPresent();
    }

    private Optional<ScepIssuer> issuer(ScepIssuerId id) {
      return issuers.stream().filter(it -> it.id().equals(id)).findFirst();
    }
  }

  Known known(HttpServletRequest request) {
    return new Known(
        desk.ask(ListPushCertificates::new, request).stream()
            .map(PushCertificate::number)
            .collect(Collectors.toSet()),
        desk.ask(ListBusinessUnits::new, request).stream()
            .map(BusinessUnit::number)
            .collect(Collectors.toSet()),
        desk.ask(ListTags::new, request).stream().map(Tag::number).collect(Collectors.toSet()),
        desk.ask(ListScepIssuers::new, request).stream().map(ScepIssuerState::issuer).toList(),
        settings);
  }
}
