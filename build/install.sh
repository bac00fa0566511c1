#!/usr/bin/env bash
# Installs Cairn for the user who runs this, so that it stands in the menu and
# a double click on a .cairn file opens it. Nothing outside of the home folder
# is touched.
#
#   build/install.sh             builds Cairn and installs it
#   build/install.sh --built     installs build/bin/cairn as it is
#   build/install.sh --remove    takes all of it away; your plans stay
set -euo pipefail

built='' remove=''
case ${1:-} in
  '') ;;
  --built) built=yes ;;
  --remove) remove=yes ;;
  *)
    sed -n '6,8s/^# *//p' "$0"
    exit 2
    ;;
esac

cd "$(dirname "$0")/.."
. build/need.sh
. build/make.sh
need_linux

data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/bin/cairn
entry=$data/applications/cairn.desktop
mime=$data/mime/packages/cairn.xml
icons=$data/icons/hicolor
icon=$icons/scalable/apps/cairn.svg
file_icon=$icons/scalable/mimetypes/application-x-cairn.svg

# tell NAME…: tells the desktop what has changed; a desktop that has no such
# tool looks for itself.
tell() {
  if command -v "$1" >/dev/null; then "$@" || true; fi
}

refresh() {
  tell update-mime-database "$data/mime"
  tell update-desktop-database "$data/applications"
  tell gtk-update-icon-cache -q -t "$icons"
}

if [ -n "$remove" ]; then
  rm -f "$program" "$entry" "$mime" "$icon" "$file_icon"
  refresh
  echo "Cairn is no longer installed. Your plans are where they were."
  exit
fi

if [ -z "$built" ]; then
  need_go
  need_node
  need_packages cc pkg-config gtk webkit
  make_modules
  make_page
  make_product build/bin/cairn
fi

install -D -m 755 build/bin/cairn "$program"
install -D -m 644 build/linux/cairn-mime.xml "$mime"
install -D -m 644 frontend/public/icon.svg "$icon"
install -D -m 644 frontend/public/icon.svg "$file_icon"
# The menu may know another PATH than the terminal does. In an Exec line a
# quoted argument has its backslashes, and these four, quoted once more.
quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g')
mkdir -p "$(dirname "$entry")"
while IFS= read -r line; do
  case $line in
    Exec=*) printf 'Exec="%s" %%f\nTryExec=%s\n' "$quoted" "$program" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <build/linux/cairn.desktop >"$entry"
mkdir -p "$data/mime" "$icons"
refresh
echo "Cairn is installed as $program, and opens .cairn files."
