#!/bin/sh
# Takes the pictures of the guide anew from the program itself, without a screen.
set -eu
cd "$(dirname "$0")/.."

QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/guide_pictures.py resources/guide/pictures
