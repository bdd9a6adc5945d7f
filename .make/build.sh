#!/usr/bin/env bash
# Builds the named targets in parallel, quietly; what the compiler says is shown only if it fails.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! make -s -j "$(nproc)" --no-print-directory "$@" >"$log" 2>&1; then
	cat "$log" >&2
	exit 1
fi
