#!/bin/sh
# probe: keepalived
# title: Configuration of keepalived
# why: addresses that move between hosts have no place in a cluster; a Service takes them over
# reads: the files given, else /etc/keepalived/keepalived.conf, and those that they include, three levels deep
# without-root: files that only root may read
# phase: 2
#: files configuration privileged limit=5 max=128k
IFS=$NL
set -f
[ $# -gt 0 ] || set -- /etc/keepalived/keepalived.conf
for c in "$@"; do
  base=${c%/*} seen=$NL todo=$c level=0
  while [ -n "$todo" ] && [ "$level" -lt 3 ]; do
    level=$((level + 1)) found=
    for f in $todo; do
      case $seen in *"$NL$f$NL"*) continue ;; esac
      seen=$seen$f$NL
      uncommented "$f"
      if ! remote "$f" && [ -f "$f" ] && [ -r "$f" ]; then found=$found$NL$f; fi
    done
    # shellcheck disable=SC2086 # patterns are to be expanded
    todo=$(for f in $found; do
      sed -n 's/^[[:space:]]*include[a-z]*[[:space:]]\{1,\}\([^[:space:]#!]*\).*/\1/p' "$f"
    done | sort -u | while IFS= read -r p; do
      case $p in /*) ;; *) p=$base/$p ;; esac
      remote "$p" && continue
      set +f
      printf '%s\n' $p
    done | head -n 100)
  done
done
