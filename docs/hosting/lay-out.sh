#!/bin/sh
# lay-out.sh SITE_URL FOLDER: copies dist/ to where nginx finds it below FOLDER/wian, at the path of SITE_URL, and writes
# FOLDER/nginx.conf for port 8080 from nginx.conf beside this file. Run it where dist/ is.
set -eu
here=$(dirname "$0")
base=$(printf '%s' "$1" | sed -E 's#^[a-z]+://[^/]+##; s#/$##')
mkdir -p "$2/wian$base"
cp -rL dist/. "$2/wian$base/"
rm -f "$2/wian$base"/.wian-*
sed -e 's#listen 80;#listen 8080;#' \
  -e 's#root /srv/wian/dist;#root /srv/wian;#' \
  -e "s#\"~^(?<wian_place>#\"~^$base(?<wian_place>#" \
  -e "s#error_page 404 /404.html#error_page 404 $base/404.html#" \
  -e "s#\"^(?<wian_base>)/#\"^(?<wian_base>$base)/#" \
  "$here/nginx.conf" > "$2/nginx.conf"
