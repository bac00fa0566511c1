#!/usr/bin/env bash
# Writes what is generated and committed: db/query from the SQL, and
# frontend/wailsjs from the bound methods.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh

need_go
CGO_ENABLED=0 go tool -modfile=build/tools.mod sqlc generate -f db/sqlc.yaml
make_bindings .
