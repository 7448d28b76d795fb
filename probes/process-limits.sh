#!/bin/sh
# probe: process-limits
# title: Resource limits of the processes that were found
# why: a limit that was raised on the host must be raised in the cluster too
# reads: /proc/PID/limits
# without-root: nothing, but on very old kernels processes of other accounts
# phase: 2
#: command limits privileged limit=5 max=256k
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  [ -e "/proc/$p/limits" ] || continue
  grep -sH '^Max ' "/proc/$p/limits" || printf 'denied %s\n' "$p"
done
