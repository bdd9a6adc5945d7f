#!/usr/bin/env bash
# Runs parts of the tests, each a command that ends with "N passed, N failed[, N skipped]", one after the other, and ends
# with their sum. A part that is not there yet is left out; one that breaks without a count counts as one failure.
# Usage: part.sh COMMAND…   (each argument is one command line)
set -uo pipefail
passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

count() { # the number before the word $1 in the last summary line
	grep -E '^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$log" | tail -n 1 | sed -nE "s/.*(^|[ ,])([0-9]+) $1.*/\2/p"
}

for command in "$@"; do
	program=${command%% *}
	if [[ $program == */* ]] && [ ! -x "$program" ]; then
		echo "== $command: not there"
		continue
	fi
	echo "== $command"
	start=$SECONDS
	bash -c "$command" </dev/null 2>&1 | tee "$log"
	status=${PIPESTATUS[0]}
	bad=$(count failed)
	passed=$((passed + $(count passed || true) + 0))
	skipped=$((skipped + $(count skipped || true) + 0))
	if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then
		echo "== $command ended with status $status"
		bad=1
	fi
	failed=$((failed + ${bad:-0}))
	echo "== $command: $((SECONDS - start)) s"
done

tail=
[ "$skipped" -eq 0 ] || tail=", $skipped skipped"
echo "$passed passed, $failed failed$tail"
[ "$failed" -eq 0 ]
