# SPDX-License-Identifier: Apache-2.0
# nginx in front, as the README's chapter "Behind your proxy" has it: its blocks are taken from the
# README itself, and only names, paths and ports are put in. Source it; it uses $work, $helper,
# $java, $built_app, $daybook_root, fail and passed.

# readme_block LANGUAGE N: the Nth block in that language of the chapter.
readme_block() {
  awk -v want="\`\`\`$1" -v number="$2" '
    /^## /{chapter = ($0 == "## Behind your proxy")}
    {line = $0; sub(/^   /, "", line)}
    chapter && line == want {if (++seen == number) {inside = 1; found = 1; next}}
    inside && line ~ /^```/ {exit}
    inside {print line}
    END {exit !found}' "$daybook_root/README.md" || fail "the README has no block $2 of $1"
}

need_nginx() {
  command -v nginx >/dev/null 2>&1 && return
  may_install && apt_install nginx-light && command -v nginx >/dev/null 2>&1
}

# authority NAME: a private authority; certificate NAME CA SUBJECT DAYS EXTENSION: a certificate.
authority() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$1" -keyout "$work/$1.key" \
    -out "$work/$1.pem" -addext basicConstraints=critical,CA:TRUE \
    -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
}

certificate() {
  openssl req -new -newkey rsa:2048 -nodes -subj "$3" -keyout "$work/$1.key" -out "$work/$1.csr" \
    2>/dev/null
  openssl x509 -req -in "$work/$1.csr" -CA "$work/$2.pem" -CAkey "$work/$2.key" -days "$4" \
    -set_serial "0x$(openssl rand -hex 8)" -out "$work/$1.pem" \
    -extfile <(printf '%s\n' "$5") 2>/dev/null
}

# start_proxied: nginx with the README's configuration, then Daybook with the README's settings.
start_proxied() {
  nginx_port=$("$helper" port)
  devices_port=$("$helper" port)
  DAYBOOK_PORT=$("$helper" port)
  DAYBOOK_HOME="$work/proxied"
  export DAYBOOK_HOME DAYBOOK_PORT
  mkdir -p "$DAYBOOK_HOME" "$work/nginx"
  authority private
  authority others
  certificate server private /CN=proxy 30 $'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth'
  cat "$work/server.pem" "$work/private.pem" >"$work/fullchain.pem"
  adapted() {
    sed -e "s#mdm.example.com:8443#localhost:$devices_port#" -e "s#listen 8443#listen $devices_port#" \
      -e "s#https://mdm.example.com#https://localhost:$nginx_port#" -e "s#listen 443#listen $nginx_port#" \
      -e "s#mdm.example.com#localhost#" -e "s#/etc/nginx/tls/#$work/#" \
      -e "s#127.0.0.1:8080#127.0.0.1:$DAYBOOK_PORT#"
  }
  {
    readme_block yaml 1 | adapted
    printf '  scep_ca_fullchain: "{{ file:%s }}"\n' "$work/others.pem"
  } >"$DAYBOOK_HOME/application.yml"
  {
    printf 'daemon off;\nerror_log %s/error.log;\npid %s/pid;\nevents {}\nhttp {\naccess_log off;\n' \
      "$work/nginx" "$work/nginx"
    for path in client_body proxy fastcgi uwsgi scgi; do
      printf '%s_temp_path %s/%s;\n' "$path" "$work/nginx" "$path"
    done
    readme_block nginx 1 | adapted
    printf '}\n'
  } >"$work/nginx/nginx.conf"
  nginx -t -q -c "$work/nginx/nginx.conf" 2>"$work/nginx/test.log" \
    || { cat "$work/nginx/test.log" >&2; fail "nginx refuses the README's configuration"; }
  nginx -c "$work/nginx/nginx.conf" 2>>"$work/nginx/error.log" &
  proxy=$!
  run_daybook
}

# asked STATUS REASON OPTION...: a report with curl's options; what comes must be this.
asked() {
  local expected=$1 reason=$2 status
  shift 2
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' -X PUT --cacert "$work/private.pem" \
    --data-binary "@$work/behind/idle.plist" \
    -H 'Content-Type: application/x-apple-aspen-mdm; charset=UTF-8' "$@" \
    "$(cat "$work/behind/server-url")")
  [ "$status" = "$expected" ] || fail "$reason: answered $status: $(cat "$work/answer")"
  [ "$status" = 200 ] || grep -q "$reason" "$work/answer" \
    || fail "expected $reason: $(cat "$work/answer")"
}

check_nginx() {
  if ! need_nginx; then
    say "The checks with nginx are skipped: it is not installed, and can't be installed here (Debian: apt-get install nginx-light)."
    return
  fi
  start_proxied
  mkdir "$work/behind"
  "$java" -cp "$built_app/ops.jar" daybook.ops.simulator.Export \
    "$("$helper" link "$DAYBOOK_HOME")" "$work/behind" 11 "$work/private.pem" \
    || fail "the simulated device can't enroll behind nginx"
  grep -q "localhost:$devices_port" "$work/behind/server-url" || fail "it isn't told where to check in"
  passed "a device enrolls behind nginx, configured as the README says"

  local own=(--cert "$work/behind/certificate.pem" --key "$work/behind/key.pem")
  asked 200 good "${own[@]}"
  authority foreign
  certificate stranger foreign /CN=stranger 30 extendedKeyUsage=clientAuth
  asked 400 certificate_untrusted --cert "$work/stranger.pem" --key "$work/stranger.key"
  openssl req -new -newkey rsa:2048 -nodes -subj /CN=ended -keyout "$work/ended.key" \
    -out "$work/ended.csr" 2>/dev/null
  # This one nginx turns away by itself: with a 400 as well, so nobody unenrolls.
  openssl x509 -req -in "$work/ended.csr" -CA "$work/others.pem" -CAkey "$work/others.key" \
    -set_serial 7 -days -1 -out "$work/ended.pem" -extfile <(echo extendedKeyUsage=clientAuth) \
    2>/dev/null || fail "openssl makes no certificate that has ended"
  asked 400 "SSL certificate error" --cert "$work/ended.pem" --key "$work/ended.key"
  certificate another others /CN=another 30 extendedKeyUsage=clientAuth
  asked 400 certificate_not_pinned --cert "$work/another.pem" --key "$work/another.key"
  asked 400 identity_missing
  passed "good, foreign, ended and unknown client certificates behind nginx"

  # What the client itself sends in the header never counts.
  local forged
  forged=$(openssl x509 -in "$work/behind/certificate.pem" -outform DER | openssl base64 -A)
  asked 400 identity_missing -H "X-SSL-Client-Cert: $forged" -H "X-SSL-Client-S-DN: CN=x"
  local status
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' -X PUT --cacert "$work/private.pem" \
    --data-binary "@$work/behind/idle.plist" -H "X-SSL-Client-Cert: $forged" \
    -H 'Content-Type: application/x-apple-aspen-mdm' \
    "https://localhost:$nginx_port/public/mdm/connect/")
  [ "$status" = 400 ] || fail "a forged header on the public host was answered with $status"
  grep -q '^identity_missing' "$work/answer" || fail "a forged header: $(cat "$work/answer")"
  passed "nginx lets no client's own header through"
}
