# shellcheck shell=bash
# How the parts of Cairn are made. Sourced, from the top of the repository.

# make_modules brings frontend/node_modules to what the lock file says.
make_modules() {
  local installed=frontend/node_modules/.package-lock.json
  [ "$installed" -nt frontend/package-lock.json ] && return
  (cd frontend && npm ci --no-audit --no-fund --loglevel=error)
}

make_page() {
  (cd frontend && npm run --silent build -- --logLevel warn)
}

# make_product OUT: the program as a person gets it.
make_product() {
  go build -trimpath -ldflags '-s -w' -tags desktop,production,webkit2_41 -o "$1" .
}

# make_bridge OUT: the same, with the page also open to a browser on this
# machine. It opens throw-away vaults only.
make_bridge() {
  go build -tags dev,webkit2_41 -o "$1" .
}

# make_bindings FOLDER: writes the page's side of the bound methods to
# FOLDER/frontend/wailsjs.
make_bindings() {
  local generator
  generator=$(mktemp -d)
  go build -tags bindings,webkit2_41 -o "$generator/bindings" .
  [ -e "$1/wails.json" ] || cp wails.json "$1"
  (cd "$1" && tsoutputtype=interfaces "$generator/bindings" >/dev/null)
  chmod 644 "$1"/frontend/wailsjs/runtime/* # as wails build leaves them
  rm -r "$generator"
}
