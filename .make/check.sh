#!/usr/bin/env bash
# make check: builds, then the house rules and the unit tests.
set -euo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build run test
.make/build.sh all unit-tests
exec .make/part.sh tests/house/run build/tests/kyodo-tests
