# The program's manners, without a portal. Sourced by tests/smoke/run.
check "the version is told" "$kyodo" --version
check "help is on standard output" "$kyodo" --help
check "no subcommand is wrong usage" refuses 2 "$kyodo"
check "an unknown subcommand is wrong usage" refuses 2 "$kyodo" nonsense
for command in serve init migrate demo import user backup restore verify mail tick routes; do
	check "$command --help" "$kyodo" "$command" --help
done
check "the routes are told without a database" env KYODO_DATA="$base/none" "$kyodo" routes --json
check "serve without a database says what to do" refuses 1 env KYODO_DATA="$base/none" "$kyodo" serve
long=$base/$(printf 'x%.0s' {1..110})
env KYODO_DATA="$long" "$kyodo" init >/dev/null
check "a socket's path that is too long is told" eval "KYODO_DATA=$long $kyodo serve 2>&1 | grep -q 107"

one=$base/one
check "init makes a database" env KYODO_DATA="$one" "$kyodo" init
check "init refuses a second one" refuses 1 env KYODO_DATA="$one" "$kyodo" init
check "the key is its owner's alone" is 600 stat -c %a "$one/secret.key"
check "the database is its owner's alone" is 600 stat -c %a "$one/kyodo.db"
check "verify finds nothing wrong" env KYODO_DATA="$one" "$kyodo" verify
