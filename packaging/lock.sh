#!/bin/sh
# Writes requirements.lock anew from pyproject.toml, for every system and Python from 3.11. Needs uv and the network.
set -eu
cd "$(dirname "$0")/.."

command -v uv >/dev/null || {
    echo "lock: uv is missing; it can be had with: pip install uv" >&2
    exit 1
}
uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-annotate --no-header --quiet "$@" --output-file requirements.lock
