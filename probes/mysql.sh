#!/bin/sh
# probe: mysql
# title: Configuration of MySQL and MariaDB
# why: it says where data and logs lie, who may connect, and whether other hosts hold copies
# reads: the files given, else /etc/my.cnf, /etc/mysql/my.cnf and /etc/mysql/mariadb.cnf; those that they include
# without-root: files that only root or the database may read
# phase: 2
#: files configuration privileged limit=5 max=64k
IFS=$NL
set -f
[ $# -gt 0 ] || set -- /etc/my.cnf /etc/mysql/my.cnf /etc/mysql/mariadb.cnf /usr/etc/my.cnf
seen=$NL todo=$(printf '%s\n' "$@") level=0
while [ -n "$todo" ] && [ "$level" -lt 4 ]; do
  level=$((level + 1)) found=
  for f in $todo; do
    case $seen in *"$NL$f$NL"*) continue ;; esac
    seen=$seen$f$NL
    uncommented "$f"
    if ! remote "$f" && [ -f "$f" ] && [ -r "$f" ]; then found=$found$NL$f; fi
  done
  todo=$(for f in $found; do
    sed -n -e 's/^[[:space:]]*!include[[:space:]]\{1,\}\(\/.*[^[:space:]]\)[[:space:]]*$/\1/p' \
      -e 's/^[[:space:]]*!includedir[[:space:]]\{1,\}\(\/.*[^[:space:]/]\)[[:space:]/]*$/\1\//p' "$f"
  done | while IFS= read -r p; do
    remote "${p%/}" && continue
    case $p in
      */)
        set +f
        printf '%s\n' "${p%/}"/*.cnf
        ;;
      *) printf '%s\n' "$p" ;;
    esac
  done | head -n 200)
done
