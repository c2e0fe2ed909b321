# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts in ops/: finds, or where it may installs, what they need. Source it.

daybook_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# may_install: whether packages can be installed here without asking anybody.
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
  say "Installing $* …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
    >/dev/null 2>&1
}

java_version() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# need_java: sets $java to a JDK 17 or newer, or ends with a sentence.
need_java() {
  for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)"; do
    [ -n "$java" ] && [ -x "$java" ] && [ "$(java_version "$java")" -ge 17 ] 2>/dev/null && return
  done
  if may_install && apt_install openjdk-17-jdk-headless && java=$(command -v java); then return; fi
  say "Daybook needs a JDK 17 or newer: install one (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
  exit 1
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return
  if may_install && apt_install maven && command -v mvn >/dev/null 2>&1; then return; fi
  say "Daybook needs Maven 3.8 or newer: install it (Debian: apt-get install maven)."
  exit 1
}

# built_app: the folder of the extracted application.
built_app="$daybook_root/ops/target/daybook"

# stale: whether the application is missing or older than its sources.
stale() {
  [ -f "$built_app/ops.jar" ] || return 0
  [ -n "$(find "$daybook_root"/pom.xml "$daybook_root"/*/pom.xml "$daybook_root"/*/src/main \
    -newer "$built_app/ops.jar" -type f -print -quit)" ]
}

# build_if_needed: packages, extracts, and makes the class-data archive that halves the start.
build_if_needed() {
  need_java
  stale || return 0
  need_maven
  say "Building Daybook …"
  (cd "$daybook_root" && mvn -B -q -DskipTests package) || exit 1
  rm -rf "$built_app"
  "$java" -Djarmode=tools -jar "$daybook_root"/ops/target/ops-*.jar extract \
    --destination "$built_app" >/dev/null || exit 1
  mv "$built_app"/ops-*.jar "$built_app/ops.jar"
  archive_classes
}

archive_classes() {
  local home
  home=$(mktemp -d)
  # The archive holds for the very path of the jar with which it was made.
  DAYBOOK_HOME="$home" "$java" -XX:ArchiveClassesAtExit="$built_app/classes.jsa" \
    -Dspring.aot.enabled=true -Dspring.context.exit=onRefresh -Dserver.port=0 -jar "$built_app/ops.jar" >/dev/null 2>&1 || true
  rm -rf "$home"
}

# java_options: sets the array of the options with which the application runs.
java_options() {
  local collector=-XX:+UseSerialGC
  [ "$(nproc 2>/dev/null || echo 1)" -gt 1 ] && collector=-XX:+UseParallelGC
  options=("$collector" -Dspring.aot.enabled=true -Xlog:disable -Xlog:all=error:stderr)
  [ -f "$built_app/classes.jsa" ] && options+=("-XX:SharedArchiveFile=$built_app/classes.jsa")
  [ "$(java_version "$java")" -ge 21 ] && options+=(--enable-native-access=ALL-UNNAMED)
  return 0
}
