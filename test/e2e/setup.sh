#!/usr/bin/env bash
# Installs what the workbench tests need: chromium (Debian's), and code-server with its Node into this folder. Idempotent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v chromium >/dev/null; then
  apt-get -o DPkg::Lock::Timeout=300 update -qq
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends chromium >/dev/null
fi

# code-server's own install script wants Node 24 and a compiler; package.json names the few packages it really imports.
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock.json
fi
# VS Code's server and its page look for their packages here.
ln -sfn ../../.. node_modules/code-server/lib/vscode/node_modules
