#!/usr/bin/env bash
# make fuzz: every tests/fuzz/*_fuzz.c with libFuzzer, TIME seconds in all. A found input stays in build/fuzz.
set -uo pipefail
cd "$(dirname "$0")/.."
.make/deps.sh build test || exit 1
.make/build.sh BUILD=build/fuzzing CC=clang CXX=clang++ OPTIMISE=-O1 HARDENING= \
	EXTRA='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-unknown-warning-option' fuzzers || exit 1
programs=(build/fuzzing/fuzz/*_fuzz)
passed=0 failed=0
for program in "${programs[@]}"; do
	[ -x "$program" ] || continue
	name=$(basename "$program")
	mkdir -p "build/fuzzing/corpus/$name" build/fuzzing/found
	seeds=()
	[ -d "tests/fuzz/$name" ] && seeds=("tests/fuzz/$name")
	seconds=$((${TIME:-60} / ${#programs[@]} + 1))
	if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -verbosity=0 -print_final_stats=0 \
		-artifact_prefix="build/fuzzing/found/$name-" "build/fuzzing/corpus/$name" "${seeds[@]}" >"build/fuzzing/$name.log" 2>&1; then
		passed=$((passed + 1))
		echo "ok: $name, $seconds s"
	else
		failed=$((failed + 1))
		tail -n 40 "build/fuzzing/$name.log"
		echo "FAILED: $name (see build/fuzzing/found)"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
