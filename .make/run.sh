#!/usr/bin/env bash
# make run: installs, builds, makes the demonstration city on first use, starts everything, and stops all of it on Ctrl-C.
# HOST, PORT, DATA, WORKERS say where; several portals run side by side.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
export HOST=${HOST:-127.0.0.1} PORT=${PORT:-8080}
mkdir -p "${DATA:=var}"
DATA=$(cd "$DATA" && pwd -P)
export DATA KYODO_DATA=$DATA KYODO_ROOT=$top
[ -z "${WORKERS:-}" ] || export KYODO_WORKERS=$WORKERS
PATH=$PATH:/usr/sbin:/sbin

fail() {
	echo "make run: $*" >&2
	exit 1
}
length=$(printf %s "$DATA/kyodo.sock" | wc -c)
[ "$length" -le 107 ] || fail "the socket's path is $length bytes long, 107 fit: $DATA/kyodo.sock. Choose a shorter DATA."
[[ $PORT =~ ^[0-9]+$ ]] || fail "PORT is no number: $PORT"

.make/deps.sh build run
.make/build.sh all
kyodo=$top/build/kyodo

case $HOST in 0.0.0.0 | '*' | ::) near=127.0.0.1 ;; *) near=$HOST ;; esac
address=http://$near:$PORT
[[ $near == *:* ]] && address="http://[$near]:$PORT"
if (exec 3<>"/dev/tcp/$near/$PORT") 2>/dev/null; then
	fail "port $PORT of $near is in use. Another: make run PORT=$((PORT + 1)) DATA=…"
fi
conf() { # whether kyodo.conf sets $1
	grep -qsE "^[[:space:]]*$1[[:space:]]*=" "$DATA/kyodo.conf"
}
[ -n "${KYODO_BASE_URL:-}" ] || conf base_url || export KYODO_BASE_URL=$address

# One portal a data directory; whoever holds serve.lock has it.
exec 9>"$DATA/run.lock"
flock -n 9 || fail "$DATA is in use by another make run."

# --- the database ---------------------------------------------------------------------------------------------------
schema=$(sha256sum <schema.sql | cut -d' ' -f1)
demo_remake() { # what this script made itself
	rm -rf "$DATA"/kyodo.db* "$DATA/files" "$DATA/mail" "$DATA/clock-anchor"
}
demo_make() {
	echo "Making the demonstration city …"
	echo making >"$DATA/demo"
	"$kyodo" init >/dev/null
	"$kyodo" demo >"$DATA/log/demo.log" 2>&1 || { cat "$DATA/log/demo.log" >&2; fail "the demonstration city could not be made."; }
	echo "$schema" >"$DATA/demo"
}
mkdir -p "$DATA/log" "$DATA"/nginx
if [ -e "$DATA/demo" ] && [ "$(cat "$DATA/demo")" != "$schema" ]; then
	demo_remake
fi
if [ ! -e "$DATA/kyodo.db" ]; then
	demo_make
elif [ ! -e "$DATA/demo" ]; then
	"$kyodo" verify --schema >/dev/null || fail "$DATA/kyodo.db was not made by make run and has another schema. It is left as it is."
fi

# --- the processes --------------------------------------------------------------------------------------------------
.make/nginx.sh >"$DATA/nginx.conf"
pids=()
stop() {
	local pid tries=0
	trap '' INT TERM HUP
	[ -z "${nginx_pid:-}" ] || kill -QUIT "$nginx_pid" 2>/dev/null || true
	[ "${#pids[@]}" = 0 ] || kill -TERM "${pids[@]}" 2>/dev/null || true
	[ -z "${tick_pid:-}" ] || kill -TERM -- "-$tick_pid" 2>/dev/null || true
	for pid in ${nginx_pid:-} "${pids[@]}"; do
		while kill -0 "$pid" 2>/dev/null && [ $((tries++)) -lt 200 ]; do sleep 0.05; done
		kill -KILL "$pid" 2>/dev/null || true
	done
	wait 2>/dev/null || true
}
stopped() {
	stop
	echo "Stopped."
	exit 0
}
trap stopped INT TERM HUP
trap stop EXIT

# Each in a session of its own, so that Ctrl-C reaches this script first; each ends when this script is killed.
start() {
	setsid setpriv --pdeathsig TERM "$@" 9>&- &
}
start "$kyodo" serve 2>>"$DATA/log/kyodo.log"
serve_pid=$!
pids+=("$serve_pid")
for ((i = 0; i < 300; i++)); do
	[ "$(cat "$DATA/serve.pid" 2>/dev/null)" = "$serve_pid" ] && break
	kill -0 "$serve_pid" 2>/dev/null || { tail -n 5 "$DATA/log/kyodo.log" >&2; fail "the program did not start."; }
	sleep 0.05
done

start nginx -e "$DATA/log/nginx.log" -p "$DATA" -c "$DATA/nginx.conf"
nginx_pid=$!
for ((i = 0; i < 200; i++)); do
	(exec 3<>"/dev/tcp/$near/$PORT") 2>/dev/null && break
	kill -0 "$nginx_pid" 2>/dev/null || { tail -n 5 "$DATA/log/nginx.log" >&2; fail "nginx did not start."; }
	sleep 0.05
done

start "$kyodo" mail --loop 2>>"$DATA/log/kyodo.log"
pids+=("$!")
start bash -c 'while :; do "$0" tick; sleep 60 & wait $!; done' "$kyodo" >/dev/null 2>>"$DATA/log/kyodo.log"
tick_pid=$!

echo
echo "Kyodo is at $address  (log: $DATA/log; Ctrl-C stops it)"
if [ -z "${KYODO_SMTP_URL:-}" ] && ! conf smtp_url; then
	echo "There is no mail server: mails are written to $DATA/mail/"
fi
if [ -e "$DATA/demo" ]; then
	cat <<'TXT'

Demonstration accounts, password kyodo-demo-2026 for all:
  coordinator@demo.example                              協働の窓口
  environment@demo.example  welfare@demo.example        担当課
  reviewer1@demo.example … reviewer5@demo.example       審査委員
  center@demo.example                                   中間支援組織
  green@demo.example  kids@demo.example                 団体の連絡担当者
  member@demo.example                                   団体のメンバー
  starter@demo.example                                  準備中の団体
  resident@demo.example                                 市民
  admin@demo.example                                    システム管理者
TXT
fi

while :; do
	status=0
	wait -n -p ended "$serve_pid" "$nginx_pid" || status=$?
	case ${ended:-} in
	"$serve_pid") fail "the program ended with status $status: see $DATA/log/kyodo.log" ;;
	"$nginx_pid") fail "nginx ended with status $status: see $DATA/log/nginx.log" ;;
	esac
done
