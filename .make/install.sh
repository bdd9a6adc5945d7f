#!/usr/bin/env bash
# Copies what the program reads while it runs into the folder $1: templates, schema, static files.
set -euo pipefail
cd "$(dirname "$0")/.."
to=$1
umask 022
mkdir -p "$to/build"
cp -R templates schema.sql "$to/"
rm -rf "$to/build/static"
cp -R build/static "$to/build/static"
if [ -d docs/deploy ]; then
	mkdir -p "$to/deploy"
	cp -R docs/deploy/. "$to/deploy/"
fi
