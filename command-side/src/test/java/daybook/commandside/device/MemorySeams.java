// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import daybook.domain.DomainEvent;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.AuthorityState;
import daybook.domain.certificate.AuthorityIntent.CreateAuthority;
import daybook.domain.certificate.AuthorityIntent.DescribeAuthorities;
import daybook.domain.certificate.AuthorityIntent.ListAuthorities;
import daybook.domain.certificate.AuthorityIntent.RetireAuthority;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerState;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindSharedChallenge;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.IssueCertificate;
import daybook.domain.session.SessionIntent.OpenProofSession;
import daybook.domain.session.SessionIntent.OpenRenewalSession;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import daybook.domain.session.SessionIntent.RefuseCertificate;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ports in memory, with as much of the aggregates' rules as the enrollment doors rely on. */
public final class MemorySeams implements Intents, KeyChest, Vault, Log {
  public final List<Authority> authorities = new ArrayList<>();
  public final Map<SessionId, SessionState> sessions = new LinkedHashMap<>();
  public final Map<String, CertificateState> certificates = new LinkedHashMap<>();
  public final Map<EnrollmentId, EnrollmentSummary> enrollments = new HashMap<>();
  public final List<PushCertificate> pushCertificates = new ArrayList<>();
  public final List<ScepIssuerState> issuers = new ArrayList<>();
  public final List<RecordRefusal> refusals = new ArrayList<>();
  public final Map<ConfigurationId, Set<SessionId>> reserved = new HashMap<>();
  public final Map<ConfigurationId, Set<SessionId>> admitted = new HashMap<>();
  public EnrollmentConfiguration configuration;
  public Refusal configurationRefusal;
  public int mostSessions = 1000;

  /** Intents that are refused with {@code BUSY} once, as if the server had stopped before them. */
  public Predicate<Intent<?>> fails = intent -> false;

  private final Map<StreamId, List<DomainEvent>> events = new HashMap<>();
  private final Map<String, byte[]> keys = new HashMap<>();

  /** What happened in a stream. */
  public List<DomainEvent> events(StreamId stream) {
    return events.getOrDefault(stream, List.of());
  }

  @Override
  @SuppressWarnings("unchecked") // each answer is of its intent's kind
  public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    if (fails.test(intent)) {
      fails = next -> false;
      return Outcome.refused(Refusal.BUSY, "stopped");
    }
    return (Outcome<R>) answer(intent);
  }

  private Outcome<?> answer(Intent<?> intent) {
    if (intent instanceof ListAuthorities) {
      return Outcome.accepted(List.copyOf(authorities));
    } else if (intent instanceof RetireAuthority retire) {
      authorities.removeIf(each -> each.keyId().equals(retire.keyId()));
      return Outcome.accepted();
    } else if (intent instanceof DescribeAuthorities) {
      return Outcome.accepted(
          authorities.stream().map(each -> new AuthorityState(each, null)).toList());
    } else if (intent instanceof CreateAuthority create) {
      authorities.add(create.authority());
      return Outcome.accepted();
    } else if (intent instanceof ListScepIssuers) {
      return Outcome.accepted(List.copyOf(issuers));
    } else if (intent instanceof ListPushCertificates) {
      return Outcome.accepted(List.copyOf(pushCertificates));
    } else if (intent instanceof RecordRefusal refusal) {
      refusals.add(refusal);
      return Outcome.accepted();
    } else if (intent instanceof DescribeEnrollment ask) {
      return Outcome.accepted(enrollments.get(ask.enrollment()));
    } else if (intent instanceof DescribeCertificate ask) {
      return Outcome.accepted(
          certificates.getOrDefault(ask.sha256(), new CertificateState(null, null, null, null)));
    } else if (intent instanceof RegisterCertificate tell) {
      certificates.putIfAbsent(
          tell.sha256(),
          new CertificateState(tell.session(), tell.configuration(), tell.renews(), null));
      return Outcome.accepted();
    }
    return intent.target().kind().equals("enrollment-session")
        ? session(intent)
        : configuration(intent);
  }

  private Outcome<?> configuration(Intent<?> intent) {
    if (intent instanceof DescribeConfiguration) {
      return Outcome.accepted(state(0));
    } else if (intent instanceof FindConfiguration find) {
      return find(find.secretSha256().equals(configuration.secretSha256()));
    } else if (intent instanceof FindSharedChallenge find) {
      return find(find.challengeSha256().equals(configuration.sharedChallengeSha256()));
    } else if (intent instanceof AdmitSession admit) {
      Set<SessionId> open = set(admitted, admit.configuration());
      if (open.size() >= mostSessions && !open.contains(admit.session())) {
        return Outcome.refused(Refusal.SESSIONS_TOO_MANY, "too many");
      }
      open.add(admit.session());
      return Outcome.accepted();
    }
    ReserveEnrollment reserve = (ReserveEnrollment) intent;
    Set<SessionId> used = set(reserved, reserve.configuration());
    if (!used.contains(reserve.session()) && isUsedUp(used)) {
      return Outcome.refused(Refusal.QUOTA_USED_UP, "used up");
    }
    used.add(reserve.session());
    return Outcome.accepted();
  }

  private Outcome<ConfigurationState> find(boolean known) {
    if (!known) {
      return Outcome.refused(Refusal.CONFIGURATION_UNKNOWN, "unknown");
    }
    Set<SessionId> used = set(reserved, configuration.id());
    if (configurationRefusal != null || isUsedUp(used)) {
      return Outcome.refused(
          configurationRefusal == null ? Refusal.QUOTA_USED_UP : configurationRefusal, "ended");
    }
    return Outcome.accepted(state(used.size()));
  }

  private ConfigurationState state(int used) {
    return new ConfigurationState(configuration, used, 0, null, Instant.EPOCH, Instant.EPOCH);
  }

  private boolean isUsedUp(Set<SessionId> used) {
    return configuration.details().quota() != null
        && used.size() >= configuration.details().quota();
  }

  private Outcome<?> session(Intent<?> intent) {
    if (intent instanceof OpenSession open) {
      sessions.putIfAbsent(
          open.session(),
          new SessionState(
              open.session(),
              Purpose.ENROLLMENT,
              open.configuration(),
              null,
              open.issuer(),
              open.challengeSha256(),
              open.serialNumber(),
              null,
              open.expiresAt(),
              null,
              null,
              null));
      return record(
          open.session(),
          new EnrollmentSessionOpened(
              open.configuration(),
              open.issuer(),
              open.challengeSha256(),
              open.serialNumber(),
              open.expiresAt()));
    } else if (intent instanceof OpenRenewalSession open) {
      sessions.putIfAbsent(
          open.session(),
          new SessionState(
              open.session(),
              Purpose.RENEWAL,
              open.configuration(),
              open.enrollment(),
              open.issuer(),
              open.challengeSha256(),
              null,
              null,
              open.expiresAt(),
              null,
              null,
              null));
      return Outcome.accepted();
    } else if (intent instanceof OpenProofSession open) {
      sessions.put(
          open.session(),
          new SessionState(
              open.session(),
              Purpose.PROOF,
              open.configuration(),
              null,
              open.issuer(),
              open.challengeSha256(),
              open.serialNumber(),
              open.udid(),
              open.expiresAt(),
              null,
              null,
              null));
      return Outcome.accepted();
    } else if (intent instanceof RecordServedProfile served) {
      return record(served.session(), new EnrollmentProfileServed(served.profile()));
    } else if (intent instanceof RefuseCertificate refuse) {
      return record(
          refuse.session(), new CertificateRefused(refuse.transaction(), refuse.reason()));
    } else if (intent instanceof IssueCertificate issue) {
      return issue(issue);
    }
    SessionState known = sessions.get(((DescribeSession) intent).session());
    return known == null
        ? Outcome.refused(Refusal.SESSION_UNKNOWN, "unknown")
        : Outcome.accepted(known);
  }

  private Outcome<?> issue(IssueCertificate intent) {
    SessionState state = sessions.get(intent.session());
    if (state.issued() != null) {
      Instant issuedAt = state.issued().notBefore().plus(Duration.ofHours(1));
      boolean fresh = intent.now().isBefore(issuedAt.plus(Duration.ofHours(24)));
      return fresh && state.issued().keySha256().equals(intent.certificate().keySha256())
          ? Outcome.accepted(state.issued())
          : Outcome.refused(Refusal.CHALLENGE_SPENT, "spent");
    }
    sessions.put(
        intent.session(),
        new SessionState(
            state.session(),
            state.purpose(),
            state.configuration(),
            state.renews(),
            state.issuer(),
            state.challengeSha256(),
            state.serialNumber(),
            state.udid(),
            state.expiresAt(),
            intent.certificate(),
            null,
            state.next()));
    return Outcome.accepted(intent.certificate());
  }

  private Outcome<Void> record(SessionId session, DomainEvent event) {
    List<DomainEvent> stream = events.computeIfAbsent(session.stream(), s -> new ArrayList<>());
    if (!stream.contains(event)) {
      stream.add(event);
    }
    return Outcome.accepted();
  }

  private static Set<SessionId> set(Map<ConfigurationId, Set<SessionId>> all, ConfigurationId id) {
    return all.computeIfAbsent(id, any -> new HashSet<>());
  }

  @Override
  public void keep(String keyId, byte[] privateKey) {
    keys.put(keyId, privateKey.clone());
  }

  @Override
  public Optional<byte[]> fetch(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  @Override
  public void forget(String keyId) {
    keys.remove(keyId);
  }

  @Override
  public List<String> keyIds(Subject subject) {
    return List.of();
  }

  @Override
  public void drop(Subject subject, int generation, List<String> keyIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String node() {
    return "node";
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(sealed(plain));
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(sealed(plain));
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(sealed(plain));
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(sealed(plain));
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    return Optional.of(Base64.getDecoder().decode(sealed.c()));
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int generation(Subject subject) {
    return 1;
  }

  private static Sealed sealed(byte[] plain) {
    return new Sealed("1.key", 1, Base64.getEncoder().encodeToString(plain), null);
  }

  @Override
  public long head() {
    return 0;
  }

  @Override
  public List<LogEntry> read(long after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LogEntry> stream(StreamId stream, long fromSequence, int limit) {
    return events(stream).stream()
        .skip(fromSequence)
        .limit(limit)
        .map(event -> new LogEntry(1, "id", stream, 0, Instant.EPOCH, "type", event, null))
        .toList();
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return Optional.empty();
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    throw new UnsupportedOperationException();
  }
}
