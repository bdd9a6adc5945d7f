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

groups=$base/groups.csv
printf '法人名称,主たる事務所の所在地,法人番号\r\n特定非営利活動法人みどり,みどり野市川北1,7000012050002\r\n番号ちがい,みどり野市,123\r\n' >"$groups"
import() { env KYODO_DATA="$one" "$kyodo" import groups "$groups" "$@" 2>/dev/null; }
check "a trial import names a bad row and ends with 1" refuses 1 env KYODO_DATA="$one" "$kyodo" import groups "$groups"
check "a bad row keeps the whole file out" is "1 added, 0 changed, 0 same, 0 left out, 1 bad" eval "import --apply || true"
check "unless it is left out" is "1 added, 0 changed, 0 same, 0 left out, 1 bad" import --apply --skip-bad
check "a second import changes nothing" is "0 added, 0 changed, 1 same, 0 left out, 1 bad" import --apply --skip-bad
check "a file that is not there is told" refuses 1 env KYODO_DATA="$one" "$kyodo" import holidays "$base/none.csv"
