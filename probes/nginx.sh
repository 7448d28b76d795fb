#!/bin/sh
# probe: nginx
# title: Configuration of nginx with everything that it includes
# why: it says who is reachable from outside, what ties clients to one server, and what an ingress has to take over
# reads: the files given and those that their include directives name, six levels deep; of certificates the public part
# without-root: files that only root may read
# phase: 2
#: files configuration privileged limit=10 max=256k
# A relative path begins in the folder of the first file. Tables that every package brings are left out.
IFS=$NL
set -f
for c in "$@"; do
  if [ -d "$c" ]; then c=$c/nginx.conf; fi
  base=${c%/*} seen=$NL todo=$c level=0
  while [ -n "$todo" ] && [ "$level" -lt 6 ]; do
    level=$((level + 1)) found=
    for f in $todo; do
      case $seen in *"$NL$f$NL"*) continue ;; esac
      seen=$seen$f$NL
      uncommented "$f"
      if ! remote "$f" && [ -f "$f" ] && [ -r "$f" ]; then found=$found$NL$f; fi
    done
    # shellcheck disable=SC2020,SC2086 # three characters become line ends; patterns are to be expanded
    todo=$(for f in $found; do
      cat "$f"
      echo
    done | sed 's/#.*//' | tr ';{}' '\n\n\n' |
      sed -n -e 's/["'\'']//g' -e 's/^[[:space:]]*include[[:space:]]\{1,\}\(.*[^[:space:]]\)[[:space:]]*$/\1/p' | sort -u |
      while IFS= read -r p; do
        case $p in
          *mime.types | *_params | *koi-utf | *koi-win | *win-utf | fastcgi.conf | *'$'*) continue ;;
          /*) ;;
          *) p=$base/$p ;;
        esac
        remote "$p" && continue
        set +f
        printf '%s\n' $p
      done | head -n 400)
  done
done
#: files certificates privileged limit=5
IFS=$NL
set -f
for c in "$@"; do
  if [ -d "$c" ]; then c=$c/nginx.conf; fi
  base=${c%/*}
  remote "$base" && continue
  set +f
  # shellcheck disable=SC2020 # three characters become line ends
  for f in $(cat "$c" "$base/conf.d/"*.conf "$base/sites-enabled/"* "$base/vhosts.d/"*.conf "$base/vhosts/"*.conf 2>/dev/null |
    sed 's/#.*//' | tr ';{}' '\n\n\n' |
    sed -n -e 's/["'\'']//g' -e 's/^[[:space:]]*ssl_certificate[[:space:]]\{1,\}\([^[:space:]$]*\)[[:space:]]*$/\1/p' | sort -u |
    head -n 100); do
    case $f in /*) certificate "$f" ;; *) certificate "$base/$f" ;; esac
  done
done
