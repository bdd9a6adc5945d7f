#!/usr/bin/env bash
# make test: installs what is missing, builds, and runs every part; its last line is their sum.
set -euo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build run test
.make/build.sh all unit-tests
exec .make/part.sh tests/house/run build/tests/kyodo-tests tests/smoke/run tests/browser/run
