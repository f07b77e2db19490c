#!/usr/bin/env bash
# Puts a virtual environment of Python 3.14 with the packages that the programs import into .runtime/. Idempotent. Where 3.14 is not
# to be had it takes the python3 on PATH; where that will not do either it says so and is content: the suites then skip what needs
# a Python, and say so, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
setup=(test/runtime/requirements.txt test/runtime/*.sh)

if cat "${setup[@]}" | cmp -s - .runtime/installed.txt; then exit 0; fi
rm -rf .runtime

has_python() { # has_python MINOR: whether the python3 on PATH is 3.MINOR or newer, with all that we need of it
  python3 -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, $1))" 2>/dev/null
}
if has_python 14; then
  python=python3
elif test/runtime/python314.sh .runtime/debian; then
  python=.runtime/debian/usr/bin/python3
elif has_python 11; then
  python=python3
  echo "test/runtime: $(python3 --version) runs the programs instead"
else
  echo "test/runtime: no python3 of 3.11 or newer with venv on PATH either; the programs will not be run"
  exit 0
fi
"$python" -m venv .runtime
.runtime/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r test/runtime/requirements.txt
cat "${setup[@]}" >.runtime/installed.txt
