#!/usr/bin/env bash
# python314.sh FOLDER: puts CPython 3.14 as Debian builds it into FOLDER, to be started as FOLDER/usr/bin/python3. Says why where that
# cannot be.
#
# The packages are downloaded and unpacked, not installed: with its own C library and through its own loader the interpreter runs on
# an older Debian, without a chroot, mounts or the rights of root. The mirror is that of the machine's apt sources.
set -euo pipefail
release=forky

fail() {
  echo "test/runtime: no Python 3.14: $1"
  exit 1
}
[ $# -eq 1 ] || fail 'usage: python314.sh FOLDER'
for tool in apt-get dpkg-deb; do
  command -v "$tool" >/dev/null || fail "it is taken from Debian's packages, and there is no $tool here"
done

rm -rf "$1"
mkdir -p "$1"
root=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/{lists,archives}/partial

# An apt of its own: it sees nothing installed, so that it downloads the C library, too.
cat >"$scratch/apt.conf" <<EOF
Dir::State "$scratch";
Dir::State::status "$scratch/status";
Dir::Cache "$scratch";
Dir::Etc::SourceList "$scratch/sources.list";
Dir::Etc::SourceParts "$scratch/none";
Dir::Etc::Parts "$scratch/none";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::Retries "3";
APT::Install-Recommends "false";
APT::Get::List-Cleanup "false";
APT::Sandbox::User "";
Debug::NoLocking "true";
EOF
touch "$scratch/status"
mkdir "$scratch/none"

repositories() { # those that this machine installs from
  apt-get --print-uris update 2>/dev/null | sed -n "s|^'\(.*\)/dists/.*|\1|p" | awk '!seen[$0]++'
}
download() { # download REPOSITORY: the packages, if it has them
  local keys=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb $([ -e "$keys" ] && echo "[signed-by=$keys]") $1 $release main" >"$scratch/sources.list"
  export APT_CONFIG=$scratch/apt.conf
  apt-get -qq update && apt-get -qq install -y --download-only python3.14-venv
}
for repository in $(repositories); do
  if (download "$repository") >>"$scratch/log" 2>&1; then
    found=$repository
    break
  fi
done
if [ -z "${found:-}" ]; then
  tail -n 5 "$scratch/log" 2>/dev/null || true
  fail "no repository of this machine's apt sources has Debian $release with python3.14-venv"
fi

for package in "$scratch"/archives/*.deb; do dpkg-deb -x "$package" "$root"; done

loader=$(cd "$root" && find usr -name 'ld-linux*.so.*' | sort | head -n 1)
libraries=$(cd "$root" && dirname "$(find usr -name libc.so.6)")
cat >"$root/usr/bin/python3" <<EOF
#!/bin/sh
exec '$root/$loader' --argv0 "\$0" --library-path '$root/$libraries' '$root/usr/bin/python3.14' "\$@"
EOF
chmod +x "$root/usr/bin/python3"
# Where Debian's ensurepip looks for pip.
sed -i "s|/usr/share/python-wheels/|$root&|" "$root"/usr/lib/python3.14/_sysconfigdata__*.py
# The packages' own scripts would do this; without it every start compiles the standard library.
"$root/usr/bin/python3" -m compileall -q -j 0 "$root/usr/lib/python3.14" >/dev/null || fail 'it does not run here'
