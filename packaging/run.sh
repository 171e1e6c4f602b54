#!/bin/sh
# Opens the program with the sample plan, on a virtual screen where there is no real one.
set -eu
cd "$(dirname "$0")/.."
. packaging/screen.sh

if has_screen; then
    exec .venv/bin/krisapp
fi

picture=build/first-screen.png
mkdir -p build
rm -f "$picture"
echo "There is no display here, so the program opens on a virtual one and leaves a picture of its first screen."
QT_QPA_PLATFORM=xcb on_virtual_screen .venv/bin/krisapp --picture "$picture"
[ -s "$picture" ] || {
    echo "run: the program closed without leaving a picture." >&2
    exit 1
}
echo "The picture is in $picture."
