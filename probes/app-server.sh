#!/bin/sh
# probe: app-server
# title: Configuration of Jetty and WildFly
# why: it says where sessions are kept, which ports open, which databases and files the server uses
# reads: start.ini, start.d, etc and webapps of a Jetty base; configuration of a WildFly or JBoss base; names in the folders for applications
# without-root: what only the server's account may read
# phase: 2
#: files configuration privileged limit=10 max=256k
for d in "$@"; do
  remote "$d" && continue
  [ -d "$d" ] || continue
  d=${d%/}
  refused "$d"
  for s in "$d" "$d/standalone"; do
    if [ -d "$s/configuration" ]; then refused "$s/configuration"; fi
    for f in "$s/configuration/standalone"*.xml; do
      if [ -f "$f" ]; then file "$f"; fi
    done
  done
  n=0
  for f in "$d/start.ini" "$d/start.d/"*.ini "$d/etc/"*session*.xml "$d/webapps/"*.xml "$d/contexts/"*.xml; do
    [ -f "$f" ] || continue
    n=$((n + 1))
    [ "$n" -le 100 ] || break
    file "$f"
  done
done
#: command applications privileged limit=5 max=64k
for d in "$@"; do
  remote "$d" && continue
  for w in "${d%/}/webapps" "${d%/}/deployments" "${d%/}/standalone/deployments"; do
    [ -d "$w" ] || continue
    if [ ! -x "$w" ] || [ ! -r "$w" ]; then
      printf 'denied %s\n' "$w"
      continue
    fi
    for a in "$w"/*; do
      case $a in *"$NL"*) continue ;; *.war | *.ear) printf 'application %s\n' "$a" ;; *)
        if [ -d "$a/WEB-INF" ]; then printf 'application %s\n' "$a"; fi ;;
      esac
    done
  done
done
