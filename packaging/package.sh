#!/bin/sh
# Builds the program as one folder in dist/krisapp, or in the folder named, with a list of all it is made of.
set -eu
cd "$(dirname "$0")/.."

folder=${1:-dist}
log=$(mktemp)
if ! .venv/bin/pyinstaller packaging/krisapp.spec --distpath "$folder" --workpath build/packaging --noconfirm \
    --log-level WARN >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
fi
rm -f "$log"
.venv/bin/python packaging/bill.py "$folder/krisapp"
