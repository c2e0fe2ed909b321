# SPDX-License-Identifier: Apache-2.0
# FerretDB, a MongoDB that others wrote: views lie in it while devices come, and have the bytes that
# they have in files. A few devices only, for it hangs on collections of more than 100 documents.
# Source it; it uses $work, $helper, $daybook_root, $servers, say, fail and passed.

start_ferretdb() {
  (cd "$daybook_root/ops/interop.d/ferretdb" && go build -o "$work/ferretdb" . 2>"$work/ferretdb.log") \
    || return 1
  mkdir "$work/ferretdb.data"
  local port waited=0
  port=$("$helper" port)
  "$work/ferretdb" "$port" "$work/ferretdb.data" >"$work/ferretdb.log" 2>&1 &
  servers+=("$!")
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    [ $((waited += 1)) -lt 100 ] || fail "FerretDB doesn't start: $(tail -n 1 "$work/ferretdb.log")"
    sleep 0.1
  done
  ferretdb_url="mongodb://127.0.0.1:$port/daybook"
}

# view_hashes COMMAND: what ops/daybook digest or rebuild tells, while no server runs.
view_hashes() {
  "$daybook_root/ops/daybook" "$1" --json 2>"$work/daybook.log" | tail -n 1 \
    || { cat "$work/daybook.log" >&2; fail "ops/daybook $1"; }
}

# simulated_life: six devices enroll, are woken and tell what they are.
simulated_life() {
  "$daybook_root/ops/run" --simulate 6 >"$work/server.log" 2>&1 &
  local server=$! waited=0
  servers+=("$server")
  until grep -q 'Daybook is ready on' "$work/server.log"; do
    kill -0 "$server" 2>/dev/null || fail "Daybook doesn't start with its views in FerretDB"
    [ $((waited += 1)) -lt 600 ] || fail "Daybook isn't ready after a minute"
    sleep 0.1
  done
  grep -q "views  mongodb://127.0.0.1:.*/daybook, majority writes" "$work/server.log" \
    || fail "the start doesn't tell where the views lie"
  sleep 15
  kill "$server"
  wait "$server" || true
}

check_ferretdb() {
  if ! start_ferretdb; then
    say "The checks with FerretDB are skipped: it can't be built ($(tail -n 1 "$work/ferretdb.log"))."
    return
  fi
  export DAYBOOK_HOME="$work/ferretdb.home" DAYBOOK_PORT
  DAYBOOK_PORT=$("$helper" port)
  export DAYBOOK_VIEWS_URL="$ferretdb_url"
  simulated_life
  local live again files
  live=$(view_hashes digest)
  [[ $live == *'"device"'* ]] || fail "no hash of the view of devices: $live"
  again=$(view_hashes rebuild)
  unset DAYBOOK_VIEWS_URL
  files=$(view_hashes rebuild)
  [ "$live" = "$again" ] || fail "a rebuild in FerretDB has other bytes: $live / $again"
  [ "$live" = "$files" ] || fail "views in FerretDB have other bytes than in files: $live / $files"
  passed "views of devices in FerretDB, live and rebuilt, have the bytes that they have in files"
}
