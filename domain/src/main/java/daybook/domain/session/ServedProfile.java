// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import java.util.List;

/**
 * The parts of an enrollment profile that can't change once it is installed, as they were served.
 *
 * @param sha256 lower-case hex of the SHA-256 of the property list
 * @param signed whether it was served inside a CMS signature
 */
public record ServedProfile(
    String payloadIdentifier,
    String mdmPayloadIdentifier,
    String scepPayloadIdentifier,
    String serverUrl,
    String checkInUrl,
    String scepUrl,
    String topic,
    List<String> serverCapabilities,
    int accessRights,
    boolean signMessage,
    boolean checkOutWhenRemoved,
    boolean signed,
    String sha256) {}
