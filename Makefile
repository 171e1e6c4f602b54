# The contract of this checkout. Each target is complete on a bare Debian 12 with make, git and python3.
.POSIX:
.SUFFIXES:
.PHONY: setup run test check format bench package strings pictures lock fonts clean

setup:
	@packaging/setup.sh

run: setup
	@packaging/run.sh

test: check
	@packaging/setup.sh tests
	@packaging/test.sh

check: setup
	@packaging/check.sh

format: setup
	@.venv/bin/ruff check --quiet --fix .
	@.venv/bin/ruff format --quiet .

bench: setup
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests/bench --benchmark-only

package: setup
	@packaging/package.sh

strings: setup
	@packaging/strings.sh

pictures: setup
	@packaging/guide_pictures.sh

# The three below need the network or other tools, and are run by hand when something is to change.
lock:
	@packaging/lock.sh

fonts:
	@packaging/fonts.sh

clean:
	@rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
