#!/bin/sh
# Brings the translations up to the strings of the code and compiles them; lists what is not translated yet.
set -eu
cd "$(dirname "$0")/.."

.venv/bin/python packaging/strings.py
