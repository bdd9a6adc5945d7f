#!/usr/bin/env bash
# Installs the Debian packages that are missing for what is named: build, run, test. Quiet when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

build=(make gcc g++ libc6-dev libfcgi-dev libctemplate-dev libcjson-dev libsodium-dev libutf8proc-dev libcmark-dev
	libcurl4-openssl-dev libical-dev libcsv-dev libsqlite3-dev libarchive-dev libseccomp-dev)
run=(ca-certificates)
test=(libcmocka-dev curl sqlite3 procps universal-ctags clang libclang-rt-14-dev gcovr chromium fonts-noto-cjk default-jre-headless)

command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || run+=(nginx-light)
command -v node >/dev/null || test+=(nodejs)
command -v npm >/dev/null || test+=(npm)
command -v java >/dev/null && test=("${test[@]/default-jre-headless/}")
command -v chromium >/dev/null && test=("${test[@]/chromium/}")
command -v clang >/dev/null && test=("${test[@]/#clang/}")

wanted=()
for name in "$@"; do
	declare -n list=$name
	wanted+=("${list[@]}")
done

missing=()
have=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii *//p')
for package in "${wanted[@]}"; do
	[ -z "$package" ] || grep -qxF -- "$package" <<<"$have" || missing+=("$package")
done

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "Missing packages: ${missing[*]}. Install them as root (there is no sudo here)." >&2
		exit 1
	fi
}

# While nginx is installed, nothing may start services: a portal brings its own nginx and port 80 stays free.
policy=/usr/sbin/policy-rc.d
policy_made=
policy_remove() {
	[ -z "$policy_made" ] || as_root rm -f "$policy"
	policy_made=
}
policy_make() {
	[ -e "$policy" ] && return
	trap policy_remove EXIT
	trap 'exit 130' INT TERM HUP
	policy_made=yes
	printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
	as_root chmod 755 "$policy"
}

apt() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

install_missing() {
	log=$(mktemp)
	apt install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
		{ apt update >"$log" 2>&1 && apt install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; } ||
		{ cat "$log" >&2; echo "Could not install: ${missing[*]}" >&2; exit 1; }
	rm -f "$log"
}

if [ "${#missing[@]}" -gt 0 ]; then
	echo "Installing ${missing[*]} …"
	nginx_is_new=
	[[ " ${missing[*]} " == *" nginx-light "* ]] && nginx_is_new=yes
	[ -z "$nginx_is_new" ] || policy_make
	install_missing
	if [ -n "$nginx_is_new" ] && [ -d /run/systemd/system ]; then
		as_root systemctl disable --quiet nginx || true
	fi
	policy_remove
fi

# The browser tests' packages, when their list has changed.
if [[ " $* " == *" test "* ]] && [ -f tests/browser/package-lock.json ]; then
	if [ tests/browser/package-lock.json -nt tests/browser/node_modules/.package-lock.json ]; then
		echo "Installing the browser tests' packages …"
		PUPPETEER_SKIP_DOWNLOAD=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
			npm ci --prefix tests/browser --no-audit --no-fund --silent </dev/null
		touch tests/browser/node_modules/.package-lock.json
	fi
fi
