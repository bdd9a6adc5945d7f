#!/usr/bin/env bash
# Makes build/static from static/: names with a hash of the content, a .gz beside each, the manifest ("name address" lines)
# and the pages nginx answers by itself. Files of earlier contents stay, for portals that still run with them.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
out=build/static
mkdir -p "$out/errors"
manifest=$(mktemp "$out/.manifest.XXXXXX")
trap 'rm -f "$manifest" "$out"/.part.*' EXIT

# publish NAME: standard input becomes $out/NAME with its hash before the extension.
publish() {
	local part hash name
	part=$(mktemp "$out/.part.XXXXXX")
	cat >"$part"
	hash=$(sha256sum "$part" | cut -c1-12)
	name=${1%.*}.$hash.${1##*.}
	echo "$1 /static/$name" >>"$manifest"
	chmod 644 "$part"
	if [ ! -e "$out/$name" ]; then
		case $name in
		*.css | *.js | *.svg | *.ico | *.txt | *.json) gzip -9nc "$part" >"$part.gz" && chmod 644 "$part.gz" && mv -f "$part.gz" "$out/$name.gz" ;;
		esac
		mv -f "$part" "$out/$name"
	else
		rm -f "$part"
	fi
}

shopt -s nullglob
css=()
for name in tokens base components; do
	[ -f "static/css/$name.css" ] && css+=("static/css/$name.css")
done
{ cat "${css[@]}" && echo '@media print {' && cat static/css/print.css && echo '}'; } | publish kyodo.css
js=(static/js/*.js)
[ "${#js[@]}" = 0 ] || cat "${js[@]}" | publish kyodo.js
for file in static/img/*; do
	publish "$(basename "$file")" <"$file"
done

# A page of nginx's own: static/errors/STATUS.html with {{S_name}} for the address of a file, else these few words.
error_page() {
	local status=$1 words=$2 page
	page=static/errors/$status.html
	if [ -f "$page" ]; then
		sed -f <(sed 's|^\([^ ]*\) \(.*\)$|s#{{S_\1}}#\2#g|; s|\.\([a-z]*\)}}|\\.\1}}|' "$manifest") "$page"
	else
		cat <<-HTML
			<!DOCTYPE html>
			<html lang="ja">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>$words</title></head>
			<body><main><h1>$words</h1><p>しばらくしてから、もう一度お試しください。入力した内容は、前のページに戻ると残っていることがあります。</p><p><a href="/">トップページへ</a></p></main></body>
			</html>
		HTML
	fi
}
make_error() {
	error_page "$1" "$2" >"$out/errors/.$1.part"
	mv -f "$out/errors/.$1.part" "$out/errors/$1.html"
}
make_error 400 "送られた内容を読み取れませんでした"
make_error 413 "送られたファイルが大きすぎます（1MBまで）"
make_error 429 "短い時間に操作が集中しています"
make_error 502 "ただいまページを表示できません"
make_error 503 "ただいま混み合っています"
make_error 504 "時間内にページを表示できませんでした"

chmod 644 "$manifest"
mv -f "$manifest" "$out/manifest"
