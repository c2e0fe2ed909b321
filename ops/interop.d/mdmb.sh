# SPDX-License-Identifier: Apache-2.0
# mdmb, a device simulator that others wrote: 20 devices enroll, connect, answer, leave silently
# and enroll again. Source it; it uses $work, $link, $helper, $DAYBOOK_HOME, fail and passed.
# mdmb ends with 0 even when every device has failed: only its numbers are judged.

devices=20
processes=4

build_mdmb() {
  mkdir "$work/mdmb"
  (cd "$work/mdmb" \
    && go mod init scratch \
    && go get -tool github.com/jessepeterson/mdmb/cmd/mdmb@v0.1.0 \
    && GOBIN="$PWD" go install github.com/jessepeterson/mdmb/cmd/mdmb) >"$work/mdmb.log" 2>&1 \
    || { cat "$work/mdmb.log" >&2; fail "mdmb can't be built"; }
  mdmb="$work/mdmb/mdmb"
}

udids_of() { "$mdmb" -db "$work/d$1.db" devices-list; }

all_udids() { for k in $(seq "$processes"); do udids_of "$k"; done; }

# enroll K: each device of a database with a profile of its own.
enroll() {
  local udid
  for udid in $(udids_of "$1"); do
    curl -fsS "$link?signed=false" -o "$work/$udid.mobileconfig"
    "$mdmb" -db "$work/d$1.db" -uuids "$udid" devices-profiles-install \
      -f "$work/$udid.mobileconfig" >>"$work/d$1.out" 2>>"$work/d$1.err"
  done
}

# installed: the identifiers of all installed enrollment profiles, one a line.
installed() {
  for k in $(seq "$processes"); do
    "$mdmb" -db "$work/d$k.db" -uuids all devices-profiles-list 2>/dev/null
  done | grep -v '^profiles for ' | sed 's/^[[:space:]]*//; /^$/d'
}

expect_enrolled() {
  local count
  count=$(installed | sort | uniq -c | awk '{print $1}')
  [ "$count" = "$devices" ] || {
    cat "$work"/d?.err >&2
    fail "mdmb has enrolled '$count' devices instead of $devices"
  }
}

# connect_all: each device once; the totals must be those of all devices, without an error.
connect_all() {
  local total
  for k in $(seq "$processes"); do
    "$mdmb" -db "$work/d$k.db" -uuids all devices-connect -w 8 >"$work/c$k.out" 2>"$work/c$k.err"
  done
  total=$(awk '/^Total MDM connects /{sum += $4} END {print sum + 0}' "$work"/c?.out)
  [ "$total" = "$devices" ] || { cat "$work"/c?.err >&2; fail "$total connects instead of $devices"; }
  total=$(awk '/^Errors /{sum += $2; seen++} END {print seen ":" sum + 0}' "$work"/c?.out)
  [ "$total" = "$processes:0" ] || { cat "$work"/c?.err >&2; fail "connects with errors ($total)"; }
}

check_mdmb() {
  build_mdmb
  set +e
  for k in $(seq "$processes"); do
    "$mdmb" -db "$work/d$k.db" devices-create -n $((devices / processes)) >/dev/null
  done
  jobs=()
  for k in $(seq "$processes"); do enroll "$k" & jobs+=($!); done
  wait "${jobs[@]}"
  expect_enrolled
  all_udids | "$helper" devices "$DAYBOOK_HOME" || fail "the API's list and mdmb's disagree"
  all_udids | "$helper" enrolled "$DAYBOOK_HOME" 1 || fail "the audit trail disagrees"
  passed "mdmb enrolled $devices devices, each with a profile of its own"

  all_udids | "$helper" queue "$DAYBOOK_HOME" DeviceInformation ProfileList DeviceLock \
    || fail "commands can't be queued"
  connect_all
  all_udids | "$helper" answered "$DAYBOOK_HOME" || fail "the answers are not in the audit trail"
  passed "mdmb connected $devices devices: two answers and an error each"

  "$mdmb" -db "$work/d1.db" -uuids all devices-profiles-remove \
    -i "$(installed | head -n 1)" >/dev/null 2>&1
  [ "$(installed | wc -l)" = $((devices - devices / processes)) ] || fail "nobody has left"
  enroll 1
  expect_enrolled
  all_udids | "$helper" devices "$DAYBOOK_HOME" || fail "a device that came back is another one"
  udids_of 1 | "$helper" enrolled "$DAYBOOK_HOME" 2 || fail "the trail doesn't tell of the return"
  connect_all
  passed "mdmb's devices left silently and enrolled again"
  set -e
}
