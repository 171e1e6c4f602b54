#!/bin/sh
# Every test: first without a screen, then what needs real windows on a virtual one.
set -eu
cd "$(dirname "$0")/.."
. packaging/screen.sh

.venv/bin/python -m pytest -m "not real_window" -n auto --dist loadfile
on_virtual_screen env KRISAPP_TEST_PLATFORM=xcb .venv/bin/python -m pytest -m real_window
