#!/usr/bin/env bash
# Runs every check of Cairn, and installs what it needs to. A line per stage,
# with its seconds; the output of a stage is shown when it fails.
#
#   build/test.sh            everything
#   build/test.sh STAGE…     only these (a name may be the start of several)
set -euo pipefail
cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh

export NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory
export GOFLAGS="${GOFLAGS:-} -trimpath" # as the product, so that nothing is compiled twice
work=$(mktemp -d)
memory=/dev/shm/cairn-$$
trap 'rm -rf "$work" "$memory"' EXIT
wanted=("$@")

# stage NAME COMMAND…: runs the command if its name was asked for, in a shell of
# its own: one that stops is a stage that failed. A test that needed a second
# try is named.
stage() {
  local name=$1 began=$SECONDS
  shift
  asked "$name" || return 0
  printf '%-28s' "$name"
  if ("$@") >"$work/log" 2>&1; then
    printf '%5d s\n' $((SECONDS - began))
    grep -a '(retry x' "$work/log" || true
  else
    printf '%5d s  FAILED\n' $((SECONDS - began))
    grep -v '^go: downloading' "$work/log" || true
    exit 1
  fi
}

asked() {
  local start
  [ ${#wanted[@]} -gt 0 ] || return 0
  for start in "${wanted[@]}"; do
    [ "${1#"$start"}" = "$1" ] || return 0
  done
  return 1
}

scripts() {
  local script
  shellcheck -x build/install.sh build/run.sh build/test.sh build/screenshots.sh build/generate.sh build/offline.sh build/fuzz.sh .ci/run
  for script in build/*.mjs; do
    node --check "$script"
  done
}

page() {
  (cd frontend && npm run --silent "$1")
}

sql_is_fresh() {
  CGO_ENABLED=0 go tool -modfile=build/tools.mod sqlc diff -f db/sqlc.yaml
}

bindings_are_fresh() {
  mkdir "$work/bindings"
  make_bindings "$work/bindings"
  diff -r "$work/bindings/frontend/wailsjs" frontend/wailsjs ||
    stop "The bindings are not those of the bound methods: run build/generate.sh."
}

licences_are_fresh() {
  node build/licences.mjs "$work/licences"
  diff -r "$work/licences" frontend/public/licences ||
    stop "The licences are not those of what we ship: run build/generate.sh."
}

go_lint() {
  go tool -modfile=build/lint.mod golangci-lint config verify
  go tool -modfile=build/lint.mod golangci-lint run ./...
}

# Root may read and write what others may not, so where the gate runs as root,
# the tests that need a forbidden file run a second time as nobody.
go_as_nobody() {
  local package
  [ "$(id -u)" = 0 ] || return 0
  chmod 755 "$work"
  for package in ./db ./app; do
    go test -c -o "$work/nobody.test" "$package"
    (cd "$package" && HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups "$work/nobody.test")
  done
}

# The Windows program needs no C compiler, so all of it is built; of the macOS
# one everything but the window is checked.
windows() {
  GOOS=windows CGO_ENABLED=0 go build -tags desktop,production,wv2runtime.error -o "$work/cairn.exe" .
}

macos() {
  GOOS=darwin CGO_ENABLED=0 go vet ./...
}

product() {
  make_product build/bin/cairn
  make_bridge build/bin/cairn-bridge
}

# A user who has just come to this machine installs the program, asks the
# system who opens a vault, and takes it away again.
installs() {
  local home=$work/home as kind opener
  mkdir "$home"
  as=(env -i HOME="$home" PATH="$PATH" XDG_CURRENT_DESKTOP=GNOME LANG=C.UTF-8)
  "${as[@]}" build/install.sh --built
  desktop-file-validate "$home/.local/share/applications/cairn.desktop"
  echo 'not empty' >"$home/my plans.cairn"
  kind=$("${as[@]}" xdg-mime query filetype "$home/my plans.cairn")
  opener=$("${as[@]}" xdg-mime query default application/x-cairn)
  [ "$kind $opener" = "application/x-cairn cairn.desktop" ] || stop "A vault is $kind, and opens with $opener."
  "${as[@]}" gio mime application/x-cairn | grep -q 'Default application.*cairn.desktop'
  "$home/.local/bin/cairn" --help 2>&1 | grep -q vault
  "${as[@]}" build/install.sh --remove
  [ "$(find "$home" -name '*cairn*')" = "$home/my plans.cairn" ] || stop "This stays behind:" "$(find "$home" -name '*cairn*')"
}

# Each journey lives in a folder of its own. In memory it does not wait for a
# disk that others keep busy, where memory lends itself to running programs.
quick_folder() {
  if mkdir "$memory" && cp /bin/true "$memory" && "$memory/true"; then
    echo "$memory"
  else
    echo /tmp
  fi 2>/dev/null
}

# What hangs is a fault as well, and says by its last line where it was.
journeys() {
  local rc=0
  TMPDIR=$(quick_folder)
  export TMPDIR
  (cd frontend && timeout --kill-after=30 60m npm run --silent e2e -- --reporter=verbose) || rc=$?
  [ $rc != 124 ] || stop "The journeys did not come to an end within 60 minutes."
  return $rc
}

need_linux
need_go
need_node
stage "packages" need_packages cc pkg-config gtk webkit Xvfb xdotool strace chromium webkit-driver emoji shellcheck git \
  xdg-mime update-mime-database desktop-file-validate gio age script
stage "page: modules" make_modules
stage "scripts" scripts
stage "page: lint" page lint
stage "page: check" page check
stage "page: test" page test
stage "page: build" make_page
stage "fresh: sql" sql_is_fresh
stage "fresh: bindings" bindings_are_fresh
stage "fresh: licences" licences_are_fresh
stage "go: lint" go_lint
stage "go: vet" go vet -tags desktop,production,webkit2_41 ./...
stage "go: test" go test -timeout 20m ./...
stage "go: race" go test -race ./app ./internal/door
stage "go: test as nobody" go_as_nobody
stage "build: linux" product
stage "installs" installs
stage "build: windows" windows
stage "vet: macos" macos
stage "journeys" journeys
echo "All is well, in $((SECONDS / 60)) min $((SECONDS % 60)) s."
