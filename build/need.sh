# shellcheck shell=bash
# What a machine must have to build, run and test Cairn. The scripts beside
# this one source it. Nothing here installs Go or Node: which of the many ways
# to get them is right, only the owner of the machine knows.

GO_NEEDED=1.26
NODE_NEEDED=20.19

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# at_least HAVE WANT: is version HAVE the same as WANT or newer?
at_least() {
  [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

need_go() {
  command -v go >/dev/null ||
    stop "Cairn needs Go $GO_NEEDED or newer, and there is none on this machine. It is at https://go.dev/dl/."
  local have
  have=$(go env GOVERSION)
  at_least "${have#go}" "$GO_NEEDED" ||
    stop "Cairn needs Go $GO_NEEDED or newer; this machine has ${have#go}. It is at https://go.dev/dl/."
}

need_node() {
  { command -v node && command -v npm; } >/dev/null ||
    stop "Cairn needs Node $NODE_NEEDED or newer with npm, and they are not on this machine. They are at https://nodejs.org/."
  local have
  have=$(node --version)
  at_least "${have#v}" "$NODE_NEEDED" ||
    stop "Cairn needs Node $NODE_NEEDED or newer; this machine has ${have#v}. It is at https://nodejs.org/."
}

# need_packages THING…: installs what is missing of them with apt; where there
# is no apt, says how to and stops.
need_packages() {
  local thing missing=()
  for thing in "$@"; do
    there "$thing" || missing+=("$thing")
  done
  [ ${#missing[@]} -eq 0 ] || get "${missing[@]}"
}

there() {
  case $1 in
    gtk) pkg-config --exists gtk+-3.0 2>/dev/null ;;
    webkit) pkg-config --exists webkit2gtk-4.1 2>/dev/null ;;
    emoji) [ -n "$(fc-list ':charset=1f426:lang=und-zsye' 2>/dev/null)" ] ;;
    chromium) chromium_path >/dev/null ;;
    webkit-driver) command -v WebKitWebDriver >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

chromium_path() {
  command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome
}

# package MANAGER THING: what the thing is called there.
package() {
  case $1:$2 in
    apt:cc) echo gcc libc6-dev ;;
    apt:pkg-config) echo pkg-config ;;
    apt:gtk) echo libgtk-3-dev ;;
    apt:webkit) echo libwebkit2gtk-4.1-dev ;;
    apt:Xvfb) echo xvfb ;;
    apt:emoji) echo fontconfig fonts-noto-color-emoji ;;
    apt:webkit-driver) echo webkit2gtk-driver ;;
    *:xdg-mime) echo xdg-utils ;;
    *:update-mime-database) echo shared-mime-info ;;
    *:desktop-file-validate) echo desktop-file-utils ;;
    apt:gio) echo libglib2.0-bin ;;
    *:ip) echo iproute2 ;;
    apt:script) echo bsdutils ;;
    *:script) echo util-linux ;;
    *:unshare) echo util-linux ;;
    *:gio) echo glib2 ;;
    *:cc) echo gcc ;;
    dnf:pkg-config) echo pkgconf-pkg-config ;;
    dnf:gtk | zypper:gtk) echo gtk3-devel ;;
    dnf:webkit) echo webkit2gtk4.1-devel ;;
    zypper:webkit) echo webkit2gtk3-devel ;;
    dnf:Xvfb) echo xorg-x11-server-Xvfb ;;
    zypper:Xvfb) echo xorg-x11-server-Xvfb ;;
    pacman:pkg-config) echo pkgconf ;;
    pacman:gtk) echo gtk3 ;;
    pacman:webkit) echo webkit2gtk-4.1 ;;
    pacman:Xvfb) echo xorg-server-xvfb ;;
    dnf:emoji) echo google-noto-emoji-color-fonts ;;
    zypper:emoji | pacman:emoji) echo noto-fonts-emoji ;;
    *:webkit-driver) echo webkit2gtk-driver ;;
    *) echo "$2" ;;
  esac
}

get() {
  local manager thing names=()
  manager=$(manager)
  for thing in "$@"; do
    # shellcheck disable=SC2207 # a thing may be several packages
    names+=($(package "$manager" "$thing"))
  done
  case $manager in
    apt)
      local as=()
      [ "$(id -u)" = 0 ] || as=(sudo)
      echo "Installing ${names[*]}"
      "${as[@]}" apt-get update -q
      "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${names[@]}"
      ;;
    dnf) stop "Please run this, and then the script again:" "  sudo dnf install ${names[*]}" ;;
    zypper) stop "Please run this, and then the script again:" "  sudo zypper install ${names[*]}" ;;
    pacman) stop "Please run this, and then the script again:" "  sudo pacman -S --needed ${names[*]}" ;;
    *) stop "Please install these, and then run the script again: ${names[*]}" ;;
  esac
}

manager() {
  local name
  for name in apt-get dnf zypper pacman; do
    command -v "$name" >/dev/null && echo "${name%-get}" && return
  done
  echo none
}

need_linux() {
  [ "$(uname -s)" = Linux ] ||
    stop "This script is for Linux. Here, the app is built with:" "  go tool -modfile=build/tools.mod wails build"
}
