#!/usr/bin/env bash
# make coverage: which lines of src/ the unit tests run. The report: build/coverage/index.html.
set -euo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build test
.make/build.sh BUILD=build/coverage OPTIMISE=-O0 HARDENING= EXTRA='--coverage -fprofile-update=atomic' unit-tests
find build/coverage -name '*.gcda' -delete
status=0
build/coverage/tests/kyodo-tests >build/coverage/tests.log 2>&1 || status=$?
gcovr --root . --filter src/ --object-directory build/coverage/obj --html-details build/coverage/index.html --print-summary build/coverage/obj \
	2>build/coverage/gcovr.log | grep -E '^(lines|functions|branches)' || { cat build/coverage/gcovr.log >&2; status=1; }
tail -n 1 build/coverage/tests.log
exit "$status"
