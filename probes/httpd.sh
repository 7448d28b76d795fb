#!/bin/sh
# probe: httpd
# title: Configuration of the Apache HTTP server with everything that it includes
# why: it says who is reachable from outside, what ties clients to one server, and what an ingress has to take over
# reads: the files given (of a folder given the usual main file in it), those that they include, six levels deep, the
#   envvars beside them and the workers file of mod_jk; of certificates the public part
# without-root: files that only root may read
# phase: 2
#: files configuration privileged limit=10 max=256k
IFS=$NL
set -f
[ $# -gt 0 ] || set -- /etc/apache2/apache2.conf /etc/httpd/conf/httpd.conf /etc/apache2/httpd.conf
for c in "$@"; do
  remote "$c" && continue
  if [ -d "$c" ]; then
    for f in "$c/conf/httpd.conf" "$c/apache2.conf" "$c/httpd.conf"; do
      if [ -f "$f" ]; then
        c=$f
        break
      fi
    done
  fi
  [ -f "$c" ] || continue
  # Relative paths begin in ServerRoot; where none is written it is compiled in, and the layout tells it.
  base=$(sed -n 's/^[[:space:]]*ServerRoot[[:space:]]\{1,\}["'\'']\{0,1\}\([^"'\'']*\).*/\1/p' "$c" 2>/dev/null | tail -n 1)
  case $base in
    /*) ;;
    *)
      base=${c%/*}
      case $base in */conf) base=${base%/conf} ;; esac
      ;;
  esac
  uncommented "${c%/*}/envvars" /etc/sysconfig/httpd
  seen=$NL todo=$c level=0
  while [ -n "$todo" ] && [ "$level" -lt 6 ]; do
    level=$((level + 1)) found=
    for f in $todo; do
      case $seen in *"$NL$f$NL"*) continue ;; esac
      seen=$seen$f$NL
      uncommented "$f"
      if ! remote "$f" && [ -f "$f" ] && [ -r "$f" ]; then found=$found$NL$f; fi
    done
    # shellcheck disable=SC2086 # patterns are to be expanded
    todo=$(for f in $found; do
      cat "$f"
      echo
    done | sed -n -e 's/["'\'']//g' \
      -e 's/^[[:space:]]*[Ii][Nn][Cc][Ll][Uu][Dd][Ee][[:space:]]\{1,\}\(.*[^[:space:]]\)[[:space:]]*$/\1/p' \
      -e 's/^[[:space:]]*[Ii][Nn][Cc][Ll][Uu][Dd][Ee][Oo][Pp][Tt][Ii][Oo][Nn][Aa][Ll][[:space:]]\{1,\}\(.*[^[:space:]]\)[[:space:]]*$/\1/p' \
      -e 's/^[[:space:]]*JkWorkersFile[[:space:]]\{1,\}\(.*[^[:space:]]\)[[:space:]]*$/\1/p' | sort -u |
      while IFS= read -r p; do
        case $p in
          *'$'*) continue ;;
          /*) ;;
          *) p=$base/$p ;;
        esac
        remote "$p" && continue
        set +f
        if [ -d "$p" ]; then set -- "$p"/*; else set -- $p; fi
        set -f
        printf '%s\n' "$@"
      done | head -n 600)
  done
done
#: files certificates privileged limit=5
IFS=$NL
set -f
[ $# -gt 0 ] || set -- /etc/apache2/apache2.conf /etc/httpd/conf/httpd.conf /etc/apache2/httpd.conf
for c in "$@"; do
  if [ -d "$c" ]; then c=$c/httpd.conf; fi
  base=${c%/*}
  case $base in */conf) base=${base%/conf} ;; esac
  remote "$base" && continue
  set +f
  for f in $(cat "$c" "$base/sites-enabled/"* "$base/conf.d/"*.conf "$base/vhosts.d/"*.conf "$base/conf/extra/"*.conf 2>/dev/null |
    sed -n -e 's/["'\'']//g' \
      -e 's/^[[:space:]]*SSLCertificateFile[[:space:]]\{1,\}\([^[:space:]$]*\)[[:space:]]*$/\1/p' | sort -u | head -n 100); do
    case $f in /*) certificate "$f" ;; *) certificate "$base/$f" ;; esac
  done
done
