#!/usr/bin/env bash
# Writes what is generated and committed: db/query from the SQL,
# frontend/wailsjs from the bound methods, and frontend/public/licences from
# what the program is made of.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh

need_go
need_node
CGO_ENABLED=0 go tool -modfile=build/tools.mod sqlc generate -f db/sqlc.yaml
make_bindings .
make_modules
node build/licences.mjs frontend/public/licences
