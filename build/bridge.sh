# shellcheck shell=bash
# Runs the bridge build on a virtual display. Sourced, from the top of the
# repository.

# display_up starts a display that nobody sees and sets DISPLAY and DISPLAY_PID.
display_up() {
  local number
  number=$(mktemp)
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$number" 2>/dev/null &
  DISPLAY_PID=$!
  until [ -s "$number" ]; do
    kill -0 "$DISPLAY_PID" 2>/dev/null || stop "The virtual display does not start."
    sleep 0.1
  done
  DISPLAY=:$(cat "$number")
  export DISPLAY
  unset WAYLAND_DISPLAY
  rm "$number"
}

# bridge_up PROGRAM PORT ARG…: starts the bridge and waits until it answers.
# Sets BRIDGE_PID.
bridge_up() {
  local program=$1 port=$2
  shift 2
  devserver=127.0.0.1:$port assetdir=frontend/dist NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory "$program" "$@" &
  BRIDGE_PID=$!
  until answers "$port"; do
    kill -0 "$BRIDGE_PID" 2>/dev/null || stop "The app does not start."
    sleep 0.1
  done
}

# answers PORT: does anybody listen there?
answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
  local port=$1
  while answers "$port"; do port=$((port + 1)); done
  echo "$port"
}
