# Sourced by packaging/demo and packaging/test: what both need. Bash.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say WORDS: a line of progress with the seconds since the start.
say() { printf '\033[1m[%4ds] %s\033[0m\n' "$SECONDS" "$*"; }

# die WORDS: what went wrong and what to do, then the end.
die() {
  printf '\033[31m%s\033[0m\n' "$*" >&2
  exit 1
}

# install_missing [LIST]: installs, by name, what LIST (packaging/apt-packages) names and this machine lacks. NAME=PROGRAM is not
# wanted where that program is there already: a Node.js from elsewhere brings npm along and excludes Debian's.
install_missing() {
  local wanted missing=() entry name
  mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "${1:-$root/packaging/apt-packages}")
  for entry in "${wanted[@]}"; do
    name=${entry%%=*}
    [ "$name" = "$entry" ] || ! command -v "${entry#*=}" >/dev/null || continue
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${#missing[@]} packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "Packages are missing and this is not root: run as root, or install sudo."
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq || die "apt-get update failed: is a Debian 12 package source configured?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    >/dev/null || die "apt-get could not install: ${missing[*]}"
}

# install_without_services LIST UNIT...: as install_missing, and of what is new these services neither start now (policy-rc.d,
# as Debian's policy has it) nor with the machine. A machine with a policy of its own keeps it.
install_without_services() {
  local list=$1 policy=/usr/sbin/policy-rc.d as_root=() new=() unit failed=0
  shift
  for unit in "$@"; do
    [ -e "/lib/systemd/system/$unit.service" ] || new+=("$unit.service")
  done
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  [ ${#new[@]} -gt 0 ] && [ ! -e "$policy" ] || policy=
  [ -z "$policy" ] || printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" install -m 755 /dev/stdin "$policy"
  (install_missing "$list") || failed=$?
  [ -z "$policy" ] || "${as_root[@]}" rm -f "$policy"
  [ "$failed" -eq 0 ] || exit "$failed"
  if [ ${#new[@]} -gt 0 ] && [ -d /run/systemd/system ]; then
    "${as_root[@]}" systemctl disable --quiet --now "${new[@]}" || true
  fi
}

# build PRESET [TARGET...]: configures and builds, showing ninja's progress.
build() {
  local preset=$1
  shift
  (cd "$root" && cmake --preset "$preset" >"/tmp/ce-cmake-$preset.$$" 2>&1) || {
    cat "/tmp/ce-cmake-$preset.$$"
    die "CMake could not configure preset '$preset'; its output stands above."
  }
  rm -f "/tmp/ce-cmake-$preset.$$"
  cmake --build "$root/build/$preset" "$@" || die "The build of preset '$preset' failed; the first error stands above."
}
