# make run: the demonstration city, a second start within 3 seconds, a clean stop. Sourced by tests/smoke/run.
demo=$base/demo
demo_port=$(free_port)
demo_start() {
	setsid env --default-signal=INT,QUIT make --no-print-directory run DATA="$demo" PORT="$demo_port" WORKERS=2 >"$base/make.log" 2>&1 9>&- &
	make_pid=$!
	children+=("$make_pid")
}
demo_told() { grep -q "^Kyodo is at http://127.0.0.1:$demo_port" "$base/make.log"; }
demo_stop() { # as Ctrl-C does: to the whole group
	kill -INT -- "-$make_pid"
	within 10 gone "$make_pid"
}
quiet() { ! pgrep -f "$demo/|$demo\$" >/dev/null && ! (exec 3<>"/dev/tcp/127.0.0.1/$demo_port") 2>/dev/null; }

demo_start
check "make run starts" within 60 demo_told
check "it tells the accounts" grep -q coordinator@demo.example "$base/make.log"
check "its home answers" is 200 status "http://127.0.0.1:$demo_port/"
check "its groups answer" is 200 status "http://127.0.0.1:$demo_port/groups"
check "a second make run of the same data is refused" refuses 2 make --no-print-directory run DATA="$demo" PORT="$(free_port)"
check "Ctrl-C stops it" demo_stop
check "nothing is left running" within 3 quiet
demo_start
check "the second start is up within 3 seconds" within 3 demo_told
kill -TERM "$make_pid"
check "SIGTERM to make stops it too" within 10 gone "$make_pid"
check "nothing is left running then either" within 3 quiet
