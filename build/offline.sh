#!/usr/bin/env bash
# Runs the journeys with the network taken away, and counts who asks for it all the same:
#   build/offline.sh [JOURNEY…]
# Wants a kernel that lets this user have a network of their own. The
# first run of build/test.sh has installed the rest. What the page asks for, each
# journey sees by itself (frontend/tests/house/browser.ts).
set -euo pipefail
cd "$(dirname "$0")/.."
source build/need.sh
source build/make.sh

need_packages strace ip unshare
make_modules
make_page
asked=$(mktemp)
trap 'rm "$asked"' EXIT

# Root needs nobody's leave, and stays one who can give files away.
leave=(--map-current-user --keep-caps)
[ "$(id -u)" -ne 0 ] || leave=()

# away COMMAND…: where only the loop back to this machine is left.
away() {
  # shellcheck disable=SC2016 # the inner shell reads it
  unshare "${leave[@]}" --net bash -c 'ip link set lo up && cd frontend && exec "$@"' away "$@"
}

# shellcheck disable=SC2046 # no name of ours has a space
[ $# -gt 0 ] || set -- $(basename -s .test.ts frontend/tests/journeys/*.test.ts)
watched=() alone=()
for name in "$@"; do
  case $name in
  product | window) alone+=("journeys/$name.test.ts") ;; # they watch the program by themselves, and nothing is watched twice
  *) watched+=("journeys/$name.test.ts") ;;
  esac
done
journeys=(npx vitest run --config tests/vitest.config.ts)
watch=(strace --follow-forks --seccomp-bpf --quiet=all --signal=none --decode-pids=comm --trace=connect --output="$asked")

status=0
[ ${#watched[@]} -eq 0 ] || away "${watch[@]}" "${journeys[@]}" "${watched[@]}" || status=$?
[ ${#alone[@]} -eq 0 ] || away "${journeys[@]}" "${alone[@]}" || status=$?

# Chromium finds out for itself, at this address, whether there is IPv6 (its source: net/dns).
outside() {
  grep -E 'sa_family=AF_INET6?' "$asked" | grep -vE 'inet_addr\("127\.|"::1"|"2001:4860:4860::8888"' || true
}
echo "connections tried: $(grep -c 'sa_family=AF_INET' "$asked" || true), of them to elsewhere: $(outside | wc -l)"
outside | sort | uniq -c | sort -rn | head -20
[ "$status" -eq 0 ] && [ -z "$(outside)" ]
