#!/usr/bin/env bash
# make audit: the slow checks.
set -euo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build run test
.make/build.sh all
exec .make/part.sh .make/sanitize.sh .make/fuzz.sh .make/coverage.sh tests/browser/audit tests/bench/run
