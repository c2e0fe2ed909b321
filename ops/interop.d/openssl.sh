# SPDX-License-Identifier: Apache-2.0
# openssl as a second CMS: what Daybook signs verifies there, what openssl signs is accepted here.
# Source it; it uses $work, $link, $helper, $java, $built_app, $DAYBOOK_HOME, fail and passed.

# put SIGNATURE BODY: sends a report; prints the status.
put() {
  curl -sS -o "$work/answer" -w '%{http_code}' -X PUT --data-binary "@$2" \
    -H 'Content-Type: application/x-apple-aspen-mdm; charset=UTF-8' \
    -H "Mdm-Signature: $(openssl base64 -A <"$1")" "$(cat "$work/device/server-url")"
}

# sign NAME OPTION...: signs the Idle report as the device.
sign() {
  local name=$1
  shift
  openssl cms -sign -binary -outform DER -signer "$work/device/certificate.pem" \
    -inkey "$work/device/key.pem" -in "$work/device/idle.plist" -out "$work/$name" "$@"
}

check_signed_profile() {
  curl -fsS "$link" -o "$work/signed.mobileconfig"
  curl -fsS "${link%/public/*}/public/mdm/scep?operation=GetCACert" -o "$work/ca.der"
  openssl x509 -inform DER -in "$work/ca.der" -out "$work/ca.pem" 2>/dev/null \
    || openssl pkcs7 -inform DER -in "$work/ca.der" -print_certs -out "$work/ca.pem"
  local tool
  for tool in cms smime; do
    openssl "$tool" -verify -inform DER -in "$work/signed.mobileconfig" -CAfile "$work/ca.pem" \
      -purpose any -out "$work/$tool.plist" 2>"$work/openssl.log" \
      || { cat "$work/openssl.log" >&2; fail "openssl $tool doesn't verify the signed profile"; }
    grep -q 'com.apple.mdm' "$work/$tool.plist" || fail "openssl $tool found no profile inside"
  done
  passed "openssl verifies the profile that Daybook signs"
}

check_signatures() {
  local algorithm status
  mkdir "$work/device"
  "$java" -cp "$built_app/ops.jar" daybook.ops.simulator.Export "$link" "$work/device" 7 \
    || fail "the simulated device can't enroll"
  for algorithm in sha1 sha256 sha384 sha512; do
    sign with-attributes -md "$algorithm"
    sign without-attributes -md "$algorithm" -noattr
    for signature in with-attributes without-attributes; do
      status=$(put "$work/$signature" "$work/device/idle.plist")
      [ "$status" = 200 ] || fail "openssl's $algorithm $signature was answered with $status"
    done
  done
  "$helper" has "$DAYBOOK_HOME" "$(cat "$work/device/udid")" DeviceConnected \
    || fail "the audit trail doesn't tell of openssl's session"
  sed 's/Idle/idle/' "$work/device/idle.plist" >"$work/changed.plist"
  for signature in with-attributes without-attributes; do
    status=$(put "$work/$signature" "$work/changed.plist")
    [ "$status" = 400 ] || fail "a changed body was answered with $status"
  done
  passed "Daybook accepts what openssl signs, and only for the body that it signed"
}

check_openssl() {
  check_signed_profile
  check_signatures
}
