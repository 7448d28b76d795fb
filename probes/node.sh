#!/bin/sh
# probe: node
# title: Packages and settings of applications for Node.js
# why: the packages tell where sessions are kept, what runs by a schedule inside, and where logs go
# reads: of each folder given, and of the one above it: package.json, .env, config/*.json and *.js, pm2's ecosystem file, the usual main files
# without-root: files that only their owner may read
# phase: 2
#: files settings privileged limit=10 max=64k
seen=' '
for c in "$@"; do
  remote "$c" && continue
  if [ -f "$c" ]; then c=${c%/*}; fi
  for d in "$c" "${c%/*}"; do
    case $d in '' | / | /home | /opt | /srv | /usr | /var | /root | /usr/lib | /usr/bin | /usr/local | /usr/local/bin) continue ;; esac
    case $seen in *" $d "*) continue ;; esac
    seen="$seen$d "
    if [ -d "$d" ] && { [ ! -r "$d" ] || [ ! -x "$d" ]; }; then refused "$d"; fi
    [ -f "$d/package.json" ] || [ "$d" = "$c" ] || continue
    n=0
    for f in "$d/package.json" "$d/.env" "$d/.env.production" "$d/ecosystem.config."*js* "$d/ecosystem.json" "$d/pm2.json" \
      "$d/process.json" "$d/config/"*.json "$d/config/"*.js "$d/server.js" "$d/app.js" "$d/index.js" "$d/main.js" "$d/src/server.js" \
      "$d/src/app.js" "$d/src/index.js" "$d/src/main.ts" "$d/src/main.js" "$d/bin/www" "$d/log4js.json"; do
      [ -f "$f" ] || continue
      case $seen in *" $f "*) continue ;; esac
      seen="$seen$f "
      n=$((n + 1))
      [ "$n" -le 60 ] || break
      file "$f"
    done
  done
done
