#!/usr/bin/env bash
# Puts the packages that the probe's programs import into .runtime/, a virtual environment. Idempotent. Where there is no Python
# for that it says so and is content: the suite then skips what needs one, and says so, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "test/runtime: no python3 of 3.11 or newer with venv on PATH; its programs will not be run"
  exit 0
fi
if ! cmp -s test/runtime/requirements.txt .runtime/installed.txt; then
  python3 -m venv --clear .runtime
  .runtime/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r test/runtime/requirements.txt
  cp test/runtime/requirements.txt .runtime/installed.txt
fi
