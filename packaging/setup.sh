#!/bin/sh
# Makes the checkout ready: system libraries, .venv, the locked packages, bytecode; with the word `tests`, also the
# programs of others that the tests run the real parts against.
# Says nothing, asks no network and takes a moment when all is there already.
set -eu
cd "$(dirname "$0")/.."

# Found by leaving each out in a bare root: six to run at all, five for real windows, two for a virtual screen.
LIBRARIES="libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0
libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
xvfb xauth"

# Readers of PDF, a browser, a word processor, a printing system, an SFTP server, a modem's program, a database, and
# what lets calls to the disk fail and watches jump.
OTHERS="qpdf poppler-utils chromium libreoffice-writer-nogui cups openssh-server gammu postgresql fiu-utils faketime"
[ "${1-}" != tests ] || LIBRARIES="$LIBRARIES $OTHERS"

fail() {
    echo "setup: $*" >&2
    exit 1
}

# Which of the named Debian packages are missing. Newer releases call libglib2.0-0 libglib2.0-0t64.
missing() {
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' 2>/dev/null) "
    for name in "$@"; do
        case "$installed" in
            *" installed:$name "* | *" installed:${name}t64 "*) ;;
            *) printf '%s ' "$name" ;;
        esac
    done
}

apt() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@"
    else
        fail "sudo is missing. As root, run: apt-get install $wanted"
    fi
}

debian() {
    wanted=$(missing "$@")
    [ -n "$wanted" ] || return 0
    echo "Installing from Debian: $wanted"
    log=$(mktemp)
    # A package list that is old or empty is the only reason to fetch a new one.
    # shellcheck disable=SC2086  # one word for each package
    if ! apt install --no-install-recommends -y $wanted >"$log" 2>&1; then
        if ! { apt update && apt install --no-install-recommends -y $wanted; } >"$log" 2>&1; then
            cat "$log" >&2
            rm -f "$log"
            fail "Debian would not install: $wanted"
        fi
    fi
    rm -f "$log"
}

# The stamp is everything the environment was made of; where it is the same, there is nothing to do.
stamp() {
    { printf '%s\n' "$made_of"; cat requirements.lock pyproject.toml packaging/setup.sh; } | sha256
}

sha256() {
    if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi
}

# Runs a step and shows what it said only if it failed.
quietly() {
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# Debian cuts ensurepip out of its Python, and with it the means to make an environment.
has_venv() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null
}

# An environment of another Python or another folder is of no use.
usable() {
    [ "$(cat .venv/made-of 2>/dev/null)" = "$made_of" ] && .venv/bin/python -c '' 2>/dev/null
}

with_uv() {
    usable || { rm -rf .venv && quietly uv venv --quiet --python "$python" .venv; } || return 1
    quietly uv pip install --quiet --python .venv/bin/python --require-hashes --only-binary :all: \
        -r requirements.lock
}

with_pip() {
    usable || { rm -rf .venv && quietly "$python" -m venv .venv; } || return 1
    quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-compile \
        --require-hashes --only-binary :all: -r requirements.lock
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null || debian python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; name another with PYTHON=…"

if command -v dpkg-query >/dev/null; then
    if [ ! -x .venv/bin/python ] && ! command -v uv >/dev/null && ! has_venv; then
        LIBRARIES="$LIBRARIES python3-venv"
    fi
    # shellcheck disable=SC2086
    debian $LIBRARIES
fi

made_of="$(pwd) $("$python" -c 'import sys; print(sys.version)')"
wanted_stamp=$(stamp)
if [ -x .venv/bin/krisapp ] && [ "$(cat .venv/stamp 2>/dev/null)" = "$wanted_stamp" ]; then
    exit 0
fi

echo "Installing the packages of requirements.lock into .venv …"
if ! command -v uv >/dev/null || ! with_uv; then
    has_venv || fail "this Python cannot make environments; install your system's python3-venv."
    with_pip || fail "the packages could not be installed; the network is needed this first time."
fi
printf '%s\n' "$made_of" >.venv/made-of
quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps \
    --no-build-isolation --editable . || fail "krisapp could not be installed into .venv."
# Bytecode on all cores; a file that will not compile is for the checks to report, not for this script.
.venv/bin/python -m compileall -q -j 0 .venv krisapp >/dev/null 2>&1 || :
printf '%s\n' "$wanted_stamp" >.venv/stamp
