#!/usr/bin/env bash
# Throws bytes at everything that reads what comes from outside:
#   build/fuzz.sh [EXECUTIONS [FUZZ…]]
# First a minute each, led by what of the code they reach, then from all that was
# found as many EXECUTIONS (10,000,000) without that, several times as fast. None may
# take 512 MB. What fails lies in testdata/fuzz of its package, and is a test from then on.
set -euo pipefail
cd "$(dirname "$0")/.."
source build/need.sh

need_go
times=${1:-10000000}
wanted=("${@:2}")
found=$(go env GOCACHE)/fuzz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# throw TIMES: what it says at the end, or all of it if it fails.
throw() (
  cd "$folder"
  ulimit -d $((512 * 1024))
  "$work/test" -test.run '^$' -test.fuzz "^$name\$" -test.fuzztime "$1" -test.fuzzcachedir "$found/$package" >"$work/log" 2>&1 ||
    { cat "$work/log" && return 1; }
  grep -a '^fuzz: elapsed' "$work/log" | tail -1
)

thrown=0
# shellcheck disable=SC2013 # no name of ours has a space
for file in $(grep -rl '^func Fuzz' --include='*_test.go' internal | sort); do
  folder=$(dirname "$file")
  package=$(go list "./$folder")
  for name in $(grep -o '^func Fuzz[A-Za-z]*' "$file" | cut -d' ' -f2); do
    [ ${#wanted[@]} -eq 0 ] || [[ " ${wanted[*]} " == *" $name "* ]] || continue
    echo "$folder $name"
    go test -c -fuzz "^$name\$" -o "$work/test" "./$folder"
    throw 60s
    go test -c -o "$work/test" "./$folder"
    throw "${times}x"
    thrown=$((thrown + 1))
  done
done
[ "$thrown" -gt 0 ] || stop "Nothing is called ${wanted[*]}."
