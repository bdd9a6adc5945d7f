#!/usr/bin/env bash
# Makes build/static from static/: names with a hash of the content, a .gz beside each, and the
# manifest ("name address" lines). Files of earlier contents stay, for portals that still run with them.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
out=build/static
mkdir -p "$out"
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

chmod 644 "$manifest"
mv -f "$manifest" "$out/manifest"
