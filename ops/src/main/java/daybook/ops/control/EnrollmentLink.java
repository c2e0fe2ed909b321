// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import java.net.URI;

/** The link of an enrollment configuration: an address, a fixed path, and the secret. */
record EnrollmentLink(String secret) {
  private static final String PATH = "/public/mdm/enroll/";

  /** Reads the secret off a link; empty text when there is none. */
  static EnrollmentLink of(String url) {
    int at = url.lastIndexOf(PATH);
    return new EnrollmentLink(at < 0 ? "" : url.substring(at + PATH.length()));
  }

  /** The link at an address without a slash at its end. */
  String at(URI address) {
    return address + PATH + secret;
  }

  @Override
  public String toString() {
    return "EnrollmentLink[•••]";
  }
}
