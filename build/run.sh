#!/usr/bin/env bash
# Builds Cairn and starts it.
#
#   build/run.sh                 your own vault
#   build/run.sh --vault FILE    another vault
#   build/run.sh --demo          a throw-away copy of the sample plans
#   build/run.sh --safe          without drawing what is in the vault
#
# On a machine without a display it starts the app on a virtual one and prints
# an address for a browser on the same machine. Nothing locks that door, so
# there it opens throw-away copies only.
set -euo pipefail

usage() {
  sed -n '4,7s/^# *//p' "$0"
  exit "$1"
}

arguments=()
vault=
while [ $# -gt 0 ]; do
  case $1 in
    --vault)
      [ $# -gt 1 ] || usage 2
      vault=$(realpath -m -- "$2")
      arguments+=(--vault "$vault")
      shift
      ;;
    --demo | --safe) arguments+=("$1") ;;
    -h | --help) usage 0 ;;
    *) usage 2 ;;
  esac
  shift
done

cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh
. build/bridge.sh

headless() { [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

if headless && [ -n "$vault" ]; then
  stop "There is no display here, so the app would open its page to every program on this machine." \
    "Like this it opens throw-away copies only: leave --vault away."
fi

need_linux
need_go
need_node
need_packages cc pkg-config gtk webkit
make_modules
make_page

if ! headless; then
  make_product build/bin/cairn
  exec build/bin/cairn "${arguments[@]}"
fi

need_packages Xvfb emoji
make_bridge build/bin/cairn-bridge
port=$(free_port "${PORT:-34115}")
throwaway=$(mktemp -d)
trap 'kill "${BRIDGE_PID:-}" "${DISPLAY_PID:-}" 2>/dev/null || true; rm -rf "$throwaway"' EXIT
display_up
TMPDIR=$throwaway XDG_DATA_HOME=$throwaway XDG_STATE_HOME=$throwaway bridge_up build/bin/cairn-bridge "$port" "${arguments[@]}"
echo "There is no display here. Cairn is open at http://127.0.0.1:$port until you press Ctrl+C."
echo "Nobody can be asked where a file is to lie: until then, what you save lies in $throwaway."
wait "$BRIDGE_PID"
