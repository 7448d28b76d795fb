#!/bin/sh
# probe: libraries
# title: Native libraries that the processes found have loaded
# why: an image must bring every library that does not belong to its base
# reads: /proc/PID/maps
# without-root: processes of other accounts
# phase: 2
#: command libraries privileged limit=10 max=512k
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  [ -e "/proc/$p/maps" ] || continue
  if ! true <"/proc/$p/maps"; then
    printf 'denied %s\n' "$p"
    continue
  fi 2>/dev/null
  printf 'pid %s\n' "$p"
  sed -n 's/^[^/]* r-x[^/]* \(\/.*\.so[^ ]*\)$/\1/p' "/proc/$p/maps" 2>/dev/null | sort -u | head -n 300
done
