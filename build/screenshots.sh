#!/usr/bin/env bash
# Takes a picture of every view, light and dark, and of the start screens.
#
#   build/screenshots.sh [DIR]    into DIR, or build/bin/screenshots
set -euo pipefail
folder=$(realpath -m -- "${1:-$(dirname "$0")/bin/screenshots}")
cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh
. build/bridge.sh

need_linux
need_go
need_node
need_packages cc pkg-config gtk webkit Xvfb chromium emoji
make_modules
make_page
make_bridge build/bin/cairn-bridge

scratch=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$scratch"' EXIT
display_up
pids+=("$DISPLAY_PID")

# open NAME ARG…: starts the app in a home of its own and notes its address.
addresses=()
open() {
  local name=$1 port
  shift
  port=$(free_port 34115)
  mkdir "$scratch/$name"
  TMPDIR=$scratch XDG_DATA_HOME=$scratch/$name XDG_STATE_HOME=$scratch/$name bridge_up build/bin/cairn-bridge "$port" "$@" 2>"$scratch/$name/log"
  pids+=("$BRIDGE_PID")
  addresses+=("$name=http://127.0.0.1:$port")
}

echo 'This is a letter and no vault.' >"$scratch/foreign.cairn"
cp internal/interop/testdata/phone.ics "$scratch/phone.ics"
echo "$scratch/phone.ics" >"$scratch/answer"
export CAIRN_ANSWER=$scratch/answer # what a person would say to the system's dialogs
open demo --demo
open first
open Dropbox # a folder of this name is taken for one that is copied elsewhere
open problem --vault "$scratch/foreign.cairn"

mkdir -p "$folder"
CHROMIUM=$(chromium_path) node build/screenshots.mjs "$folder" "${addresses[@]}"
echo "The pictures are in $folder."
