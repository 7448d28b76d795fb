#!/bin/sh
# probe: haproxy
# title: Configuration of HAProxy
# why: it says who is reachable from outside, what ties clients to one server, and what a gateway has to take over
# reads: the files given, and of folders given those that end in .cfg; of certificates the public part
# without-root: files that only root may read
# phase: 2
#: files configuration privileged limit=10 max=256k
for c in "$@"; do
  remote "$c" && continue
  if [ -d "$c" ]; then uncommented "$c/"*.cfg; else uncommented "$c"; fi
done
#: files certificates privileged limit=5
# shellcheck disable=SC2020 # blanks and tabs become line ends
# The word behind "crt" is a file or a folder, perhaps below the folder behind "crt-base".
for c in "$@"; do
  remote "$c" && continue
  if [ -d "$c" ]; then cat "$c/"*.cfg; else cat "$c"; fi
done 2>/dev/null | sed 's/#.*//' | tr ' \t' '\n\n' | {
  base='' before=''
  while read -r word; do
    case $before in
      crt-base) base=$word/ ;;
      crt) case $word in /*) printf '%s\n' "$word" ;; *) printf '%s\n' "$base$word" ;; esac ;;
    esac
    [ -z "$word" ] || before=$word
  done
} | sort -u | head -n 100 | while IFS= read -r p; do
  remote "$p" && continue
  if [ -d "$p" ]; then certificate "$p/"*; else certificate "$p"; fi
done
