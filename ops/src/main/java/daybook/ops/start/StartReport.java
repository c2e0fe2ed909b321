// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.commandside.device.enroll.NewProfiles;
import daybook.domain.Log;
import daybook.ops.log.OpenLog;
import daybook.projections.store.mongo.MongoUrl;
import java.io.PrintStream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the start tells on the console: what is on, where the data lies, what is still missing. */
@Component
public class StartReport {
  private final StartWarnings warnings;
  private final NewProfiles profiles;
  private final Log log;
  private final OpenLog node;
  private final Environment settings;

  StartReport(
      StartWarnings warnings, NewProfiles profiles, Log log, OpenLog node, Environment settings) {
    this.warnings = warnings;
    this.profiles = profiles;
    this.log = log;
    this.node = node;
    this.settings = settings;
  }

  public void print(RunningDaybook daybook) {
    PrintStream out = System.out;
    out.println("Daybook " + version() + ", data in " + daybook.home().path());
    out.println(
        "  log    " + place("log") + ", every answer after an fsync, " + log.head() + " events");
    out.println("  views  " + views() + ", folded from the log");
    out.println(
        "  keys   "
            + place("keys")
            + " under "
            + masterKey()
            + "; back both up apart from the log");
    node.node()
        .ifPresent(
            name ->
                out.println(
                    "  node   " + name + ", one of several (daybook.several_nodes) on this log"));
    out.println("  identity by " + identity() + "; new profiles ask for it");
    if (daybook.apns().isPresent()) {
      out.println("  simulation: pushes go to a stand-in on this machine, plain http on loopback");
    } else {
      out.println(
          "  pushes go to " + settings.getProperty("daybook.apns_host", "api.push.apple.com"));
    }
    if (daybook.admin().isNew()) {
      out.println(
          "  administrator "
              + daybook.admin().username()
              + ", password "
              + daybook.admin().password());
      out.println("  API token     " + daybook.admin().apiToken());
      out.println(
          "  (told this once; kept in " + daybook.home().path().resolve("admin.json") + ")");
    }
    out.println("  enrollment link " + daybook.admin().enrollmentUrl());
    warnings.sentences().forEach(sentence -> out.println("  ! " + sentence));
    out.println("Daybook is ready on " + daybook.url());
    out.flush();
  }

  private String identity() {
    return switch (profiles.mode()) {
      case PROXY -> "the headers of an mTLS proxy (daybook.mtls_proxy)";
      case TLS -> "mutual TLS (daybook.device.port)";
      case SIGNATURE -> "signature (Mdm-Signature)";
    };
  }

  private String views() {
    String url = settings.getProperty("daybook.views_url", "");
    return url.isEmpty()
        ? "views/ (SQLite)"
        : new MongoUrl("daybook.views_url", url) + ", majority writes; the audit index in views/";
  }

  private String place(String what) {
    String setting = "daybook." + what + "_url";
    return settings.getProperty(setting, "").isEmpty()
        ? what + ".db (SQLite)"
        : "PostgreSQL (" + setting + ")";
  }

  private static String masterKey() {
    return System.getenv("DAYBOOK_MASTER_KEY") == null ? "master.key" : "DAYBOOK_MASTER_KEY";
  }

  private static String version() {
    String version = StartReport.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
