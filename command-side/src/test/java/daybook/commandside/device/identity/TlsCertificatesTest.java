// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.fake.Identity;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TlsCertificatesTest {
  private static final Identity CA = Identity.authority("CN=Test CA");
  private static final Identity MAC = CA.device("CN=mac");

  @Test
  void whatTheClientShowedIsTakenItsOwnFirst() throws CertificateException {
    assertThat(TlsCertificates.of(request(true, MAC, CA)).orElseThrow())
        .usingElementComparator(Arrays::compare)
        .containsExactly(MAC.encoded(), CA.encoded());
  }

  @Test
  void withoutTlsOrWithoutACertificateThereIsNone() throws CertificateException {
    assertThat(TlsCertificates.of(request(false, MAC))).isEmpty();
    assertThat(TlsCertificates.of(request(true))).isEmpty();
    assertThat(TlsCertificates.of(new MockHttpServletRequest())).isEmpty();
  }

  private static MockHttpServletRequest request(boolean secure, Identity... shown)
      throws CertificateException {
    X509Certificate[] certificates = new X509Certificate[shown.length];
    for (int i = 0; i < shown.length; i++) {
      certificates[i] = new JcaX509CertificateConverter().getCertificate(shown[i].certificate());
    }
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    request.setAttribute("jakarta.servlet.request.X509Certificate", certificates);
    return request;
  }
}
