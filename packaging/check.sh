#!/bin/sh
# The checks that do not run the program: format, lint, types, import contracts. Silent when all hold.
set -eu
cd "$(dirname "$0")/.."

# Shows what a check said only where it found something.
silent() {
    said=$("$@" 2>&1) || {
        printf '%s\n' "$said"
        exit 1
    }
}

silent .venv/bin/ruff format --check --quiet .
silent .venv/bin/ruff check --quiet .
silent .venv/bin/mypy --no-error-summary
silent .venv/bin/lint-imports
