# Backup, restore, verify. Sourced by tests/smoke/run while the portal of $one runs.
mkdir -p "$one/files/ab"
echo content >"$one/files/ab/1"
check "backup while the portal runs" env KYODO_DATA="$one" "$kyodo" backup "$base/backup.tar"
check "the backup is its owner's alone" is 600 stat -c %a "$base/backup.tar"
check "the backup holds no key" eval "! tar tf $base/backup.tar | grep -q secret"
check "backup never overwrites" refuses 1 env KYODO_DATA="$one" "$kyodo" backup "$base/backup.tar"
check "restore is refused while the portal runs" refuses 1 env KYODO_DATA="$one" "$kyodo" restore "$base/backup.tar"
kill -TERM "$serve_pid"
kill -QUIT "$nginx_pid"
check "the portal stops" within 5 gone "$serve_pid"

sqlite3 "$one/kyodo.db" 'CREATE TABLE stray (id INTEGER) STRICT;'
rm "$one/files/ab/1"
check "verify finds a strange table" refuses 1 env KYODO_DATA="$one" "$kyodo" verify
check "restore" env KYODO_DATA="$one" "$kyodo" restore "$base/backup.tar"
check "the data are as they were" env KYODO_DATA="$one" "$kyodo" verify
check "the files are as they were" is content cat "$one/files/ab/1"
check "what was there before is kept" eval "ls $one/kyodo.db.before-*"
check "migrate finds nothing to do" env KYODO_DATA="$one" "$kyodo" migrate

cp "$base/backup.tar" "$base/broken.tar"
printf 'X' | dd of="$base/broken.tar" bs=1 seek=3000 conv=notrunc status=none
check "a broken backup is refused" refuses 1 env KYODO_DATA="$one" "$kyodo" restore "$base/broken.tar"
check "and nothing was changed" env KYODO_DATA="$one" "$kyodo" verify
(cd "$base" && ln -sf /etc/passwd manifest && tar cf evil.tar manifest)
check "a backup with a link is refused" refuses 1 env KYODO_DATA="$one" "$kyodo" restore "$base/evil.tar"
if [ "$(id -u)" = 0 ]; then
	chown -R nobody:nogroup "$one"
	chmod 755 "$base"
	check "root becomes the owner of the data" env KYODO_DATA="$one" "$kyodo" backup "$one/nobody.tar"
	check "what it wrote is the owner's" is nobody stat -c %U "$one/nobody.tar"
fi
