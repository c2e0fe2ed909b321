// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.access.NewAccount;
import daybook.ops.control.FirstStart.Admin;
import daybook.ops.http.ApiJson;
import daybook.projections.access.AccountViews;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

class FirstStartTest {
  private static final URI HERE = URI.create("http://127.0.0.1:8080");

  @TempDir private Path home;
  private ConfigurableApplicationContext files;

  /** What the first start needs, without a server. */
  @Import({OfflineControls.Files.class, FirstStart.class})
  @ComponentScan(
      basePackages = {"daybook.commandside.device.enroll", "daybook.commandside.tls"},
      useDefaultFilters = false,
      includeFilters =
          @Filter(
              type = FilterType.REGEX,
              pattern = ".*\\.(PublicUrl|EnrollConfiguration|Tls|TlsConfiguration)"))
  static class Parts {}

  @BeforeEach
  void open() {
    files =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .run("--daybook.home=" + home);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void itLeavesAnAdministratorATokenAndALinkForTheOwnersEyes() throws IOException {
    Admin admin = start(HERE);

    assertThat(admin.isNew()).isTrue();
    assertThat(files.getBean(AccountTokens.class).judge(admin.apiToken()).reply().administrator())
        .isTrue();
    assertThat(admin.enrollmentUrl()).startsWith(HERE + "/public/mdm/enroll/");
    Path file = home.resolve("admin.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    JsonNode json = ApiJson.MAPPER.readTree(Files.readAllBytes(file));
    assertThat(json.propertyNames())
        .containsExactly("username", "password", "api_token", "enrollment_url");
    assertThat(json.path("password").asString()).isEqualTo(admin.password()).hasSize(24);
    assertThat(home.resolve("admin.begun")).doesNotExist();
  }

  @Test
  void theNextStartMakesNothingAndOnlyMovesTheLink() {
    Admin first = start(HERE);

    Admin second = start(URI.create("http://127.0.0.1:9090"));

    assertThat(second.isNew()).isFalse();
    assertThat(second.apiToken()).isEqualTo(first.apiToken());
    assertThat(second.enrollmentUrl()).isEqualTo(first.enrollmentUrl().replace(":8080", ":9090"));
    assertThat(files.getBean(AccountViews.class).all()).hasSize(1);
  }

  @Test
  void aStartThatEndedAfterTheAccountWasMadeGoesOnWithIt() {
    new AdminFile(home).begin("a password of a crash");
    accounts()
        .create(
            new NewAccount("admin", "a password of a crash", true, false, true, List.of()),
            Origin.of(Actor.server(), "test"))
        .reply();

    Admin admin = start(HERE);

    assertThat(admin.password()).isEqualTo("a password of a crash");
    assertThat(files.getBean(AccountTokens.class).judge(admin.apiToken()).isAccepted()).isTrue();
  }

  @Test
  void aRemovedFileIsNotMadeAgainAndTheLinkStays() throws IOException {
    Admin first = start(HERE);
    Files.delete(home.resolve("admin.json"));

    Admin second = start(HERE);

    assertThat(second.isNew()).isFalse();
    assertThat(second.password()).isNull();
    assertThat(second.apiToken()).isNull();
    assertThat(second.enrollmentUrl()).isEqualTo(first.enrollmentUrl());
    assertThat(home.resolve("admin.json")).doesNotExist();
  }

  @Test
  void theLogHoldsNoSecretInClear() throws IOException {
    Admin admin = start(HERE);
    files.close();

    String log =
        new String(Files.readAllBytes(home.resolve("log.db")), StandardCharsets.ISO_8859_1);
    String secret = EnrollmentLink.of(admin.enrollmentUrl()).secret();
    assertThat(log).doesNotContain(admin.password(), admin.apiToken(), secret);
  }

  private Admin start(URI listening) {
    return files.getBean(FirstStart.class).run(listening);
  }

  private Accounts accounts() {
    return files.getBean(Accounts.class);
  }
}
