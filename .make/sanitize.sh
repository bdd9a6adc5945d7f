#!/usr/bin/env bash
# make sanitize: the unit tests under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build test
.make/build.sh BUILD=build/sanitize OPTIMISE=-O1 HARDENING= \
	EXTRA='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' unit-tests
export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
exec .make/part.sh build/sanitize/tests/kyodo-tests
