#!/bin/sh
# Cuts resources/fonts anew in an environment of its own. Needs the network.
set -eu
cd "$(dirname "$0")/.."

folder=build/fonts
"${PYTHON:-python3}" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    "fonttools==4.68.0" "fontpkg-inter==4.1.post1" "fontpkg-jetbrains-mono==2.211"
"$folder/bin/python" packaging/cut_fonts.py resources/fonts
