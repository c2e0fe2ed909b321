// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import daybook.ops.simulator.SimulatedDevice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The pages lead a person through the life of a push certificate. */
class PushCertificatePagesTest extends PageJourney {
  private static final String TOPIC =
      "com.apple.mgmt.External.cccccccc-1111-4111-8111-cccccccccccc";
  private static final String OTHER =
      "com.apple.mgmt.External.dddddddd-1111-4111-8111-dddddddddddd";

  private final StandInApple apple = new StandInApple();

  @Override
  House house(Path folder) {
    apple.trustedBy(folder);
    return House.at(folder);
  }

  @Test
  void aKeyIsMadeItsRequestSignedItsCertificateUploadedRenewedAndDeleted() throws IOException {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/push-certificates/");
      assertThat(Chromium.heading(page, "Push certificates")).isVisible();
      assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("Valid");
      delete(page, "Simulation");
      assertThat(page.getByText("None yet: no device can enroll")).isVisible();

      page.getByLabel("Name").first().fill("Ours");
      Chromium.press(page, "Make a key");
      assertThat(Chromium.heading(page, "Three steps")).isVisible();
      Chromium.shoot(page, "push-certificate-steps");
      byte[] request = download(page, page.getByText("Download the request (CSR)"));
      signedByVendor(page, request);

      upload(page, "not a certificate");
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText("Certificate: Could not load PEM certificate.");
      upload(page, apple.certificate(request, TOPIC));
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("The certificate is in use from now on.");
      assertThat(page.getByText(TOPIC)).isVisible();

      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      house.api().deviceByUdid(mac.udid());
      Chromium.press(page, "Renew");
      byte[] next = download(page, page.getByText("Download the request (CSR)"));
      assertThat(next).isNotEqualTo(request);
      upload(page, apple.certificate(next, OTHER));
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("They would be stranded.");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText(mac.serialNumber());
      Chromium.shoot(page, "push-certificate-renewal-refused");
      upload(page, apple.certificate(next, TOPIC));
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();

      page.getByText("Delete …").click();
      Chromium.press(page, "Delete this push certificate");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 device is enrolled with");
      mac.checkOut();
      page.getByText("Delete …").click();
      Chromium.press(page, "Delete this push certificate");
      assertThat(page.getByText("None yet: no device can enroll")).isVisible();
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void theListAndTheStepsAreReadableInTheDarkToo() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/push-certificates/");
      page.getByLabel("Name").first().fill("Ours");
      Chromium.press(page, "Make a key");
      page.getByText("Sign it as an MDM vendor …").click();
      Chromium.shoot(page, "push-certificate-steps-dark");
      page.navigate(house.url() + "/push-certificates/");
      assertThat(page.getByText("Waits for Apple's certificate")).isVisible();
      Chromium.shoot(page, "push-certificates-dark");
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private static void delete(Page page, String name) {
    page.getByRole(AriaRole.LINK, Chromium.named(name)).click();
    page.getByText("Delete …").click();
    Chromium.press(page, "Delete this push certificate");
  }

  /** The vendor's files are chosen; the certificate of the root as DER, as Apple hands it out. */
  private void signedByVendor(Page page, byte[] request) throws IOException {
    StandInApple.Vendor vendor = apple.vendor();
    String root = vendor.certificates().substring(vendor.certificates().lastIndexOf("-----BEGIN"));
    String own =
        vendor.certificates().substring(0, vendor.certificates().lastIndexOf("-----BEGIN"));
    page.getByText("Sign it as an MDM vendor …").click();
    Locator form = page.locator("form").filter(Chromium.has("Download the signed request"));
    form.locator("input[type=file]")
        .first()
        .setInputFiles(
            new FilePayload[] {
              file("root.cer", der(root)), file("vendor.pem", own.getBytes(StandardCharsets.UTF_8))
            });
    form.locator("input[type=file]")
        .nth(1)
        .setInputFiles(file("vendor.key", vendor.key().getBytes(StandardCharsets.UTF_8)));
    assertThat(form.locator("textarea").nth(1))
        .hasValue(java.util.regex.Pattern.compile("[\\s\\S]*PRIVATE KEY[\\s\\S]*"));
    String signed =
        new String(
            Base64.getDecoder()
                .decode(download(page, page.getByText("Download the signed request"))),
            StandardCharsets.UTF_8);
    assertThat(signed).contains(Base64.getEncoder().encodeToString(request));
  }

  private static void upload(Page page, String pem) {
    Locator form = page.locator("form").filter(Chromium.has("Certificate from Apple"));
    form.locator("textarea").fill(pem);
    form.getByText("Upload").click();
  }

  private static byte[] download(Page page, Locator button) throws IOException {
    Download file = page.waitForDownload(button::click);
    try (InputStream bytes = file.createReadStream()) {
      return bytes.readAllBytes();
    }
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/octet-stream", bytes);
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
  }
}
