# One portal behind nginx: answers, crashes, reloads, stopping. Sourced by tests/smoke/run.
port=$(free_port)
url=http://127.0.0.1:$port
check "the portal starts" portal_start "$one" "$port"
[ "$failed" -eq 0 ] || tail -n 20 "$one"/log/*.log
check "it has the workers that were asked for" within 5 workers_are "$serve_pid" 3
check "home" is 200 status "$url/"
check "home in English" is 200 status "$url/en/"
check "health says ok" eval "curl -s -m 5 $url/health | grep -q '\"status\":\"ok\"'"
check "an unknown address" is 404 status "$url/there-is-no-such-page"
check "an address that climbs" is 400 status --path-as-is "$url/a/%2e%2e/b"
check "a form without its token" is 403 status -d email=a%40b.example -d password=x "$url/login"
check "a body over the limit" is 413 status --data-binary "@$kyodo" "$url/login"
check "a static file by its hashed name" eval "status $url\$(sed -n 's/^kyodo.css //p' build/static/manifest) | grep -qx 200"
check "static files are kept for ever" eval "curl -sI $url\$(sed -n 's/^kyodo.css //p' build/static/manifest) | grep -qi '^cache-control:.*immutable'"
check "static files come compressed" eval "curl -sI -H 'Accept-Encoding: gzip' $url\$(sed -n 's/^kyodo.css //p' build/static/manifest) | grep -qi '^content-encoding: gzip'"
check "the manifest is not served" is 404 status "$url/static/manifest"
check "nginx's errors carry the program's headers" is "$(headers "$url/")" headers --data-binary "@$kyodo" "$url/login"
check "static files carry the program's headers" is "$(headers "$url/")" headers "$url$(sed -n 's/^kyodo.css //p' build/static/manifest)"
check "no server version is told" eval "! curl -sI $url/ | grep -qiE '^(server: nginx/|x-powered-by)'"
check "HEAD has no body" is 0 curl -s -m 5 -I -o /dev/null -w '%{size_download}' "$url/"

victim=$(workers "$serve_pid" | head -n 1)
kill -9 "$victim"
check "a killed worker is replaced" within 5 workers_are "$serve_pid" 3
check "and the portal answers on" is 200 status "$url/"
check "and the log says so" within 2 grep -q "worker $victim was ended by signal 9" "$one/log/kyodo.log"

renewed() { # none of the workers $2 is left, and there are 3
	workers_are "$1" 3 && ! workers "$1" | grep -qxF "$2"
}
before=$(workers "$serve_pid")
kill -HUP "$serve_pid"
lost=0
for ((i = 0; i < 40; i++)); do
	[ "$(status "$url/")" = 200 ] || lost=$((lost + 1))
done
check "a reload exchanges the workers" within 10 renewed "$serve_pid" "$before"
check "a reload loses no request" is 0 echo "$lost"

before=$(workers "$serve_pid")
echo "this is no setting" >"$one/kyodo.conf"
kill -HUP "$serve_pid"
check "a reload that fails is told" within 5 grep -q 'reload failed' "$one/log/kyodo.log"
check "and the old workers stay" is "$before" workers "$serve_pid"
rm "$one/kyodo.conf"

check "a second serve of the same data is refused" refuses 1 env KYODO_DATA="$one" "$kyodo" serve
two=$base/two
check "another portal's data" env KYODO_DATA="$two" "$kyodo" init
first_serve=$serve_pid first_nginx=$nginx_pid
other=$(free_port)
check "another portal starts beside it" portal_start "$two" "$other"
check "the other answers" is 200 status "http://127.0.0.1:$other/"
check "the first still answers" is 200 status "$url/"
kill -TERM "$serve_pid"
kill -QUIT "$nginx_pid"
check "the other stops on SIGTERM" within 5 gone "$serve_pid"
wait "$serve_pid"
check "with status 0" is 0 echo $?
check "and leaves no socket" test ! -e "$two/kyodo.sock"
serve_pid=$first_serve nginx_pid=$first_nginx

orphans=$(workers "$serve_pid")
kill -9 "$serve_pid"
none_left() { ! ps -o pid= -p "$(echo $orphans | tr ' ' ,)" | grep -q .; }
check "workers end when their keeper is killed" within 5 none_left
check "meanwhile nginx says so with a page" is 502 status "$url/"
kill -QUIT "$nginx_pid"
check "the portal starts again" portal_start "$one" "$((port + 1))"
