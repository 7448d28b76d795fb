#!/bin/sh
# probe: redis
# title: Configuration of Redis, what it keeps on disk, and for whom
# why: a cache may start empty, a store may not; sessions of other hosts may be kept here
# reads: the files given and those that they include; sizes of the data files; in their last megabytes the beginnings of keys by
#   which programs keep sessions and queues, of which only the number is told
# without-root: configuration and data, which only the account of Redis may read
# phase: 2
#: files configuration privileged limit=5 max=128k
for c in "$@"; do
  uncommented "$c"
  remote "$c" && continue
  sed -n 's/^[[:space:]]*include[[:space:]]\{1,\}//p' "$c" 2>/dev/null | head -n 20 | while IFS= read -r f; do
    case $f in /*) uncommented "$f" ;; esac
  done
done
#: command data privileged limit=15 max=64k
for c in "$@"; do
  remote "$c" && continue
  if [ -f "$c" ] && [ ! -r "$c" ]; then printf 'denied %s\n' "$c"; fi
  d=$(sed -n 's/^[[:space:]]*dir[[:space:]]\{1,\}//p' "$c" 2>/dev/null | sed 's/["'\'']//g' | tail -n 1)
  case $d in /*) ;; *) continue ;; esac
  remote "$d" && continue
  if [ -d "$d" ] && { [ ! -x "$d" ] || [ ! -r "$d" ]; }; then
    printf 'denied %s\n' "$d"
    continue
  fi
  printf 'directory %s\n' "$d"
  # shellcheck disable=SC2012 # sizes are taken from the lines
  ls -ln "$d" "$d/appendonlydir" | sed -n '/^-/p'
  for f in "$d/"*.rdb "$d/"*.aof "$d/appendonlydir/"*; do
    if [ -f "$f" ]; then tail -c 4194304 "$f" | tr -c '\40-\176' '\n'; fi
  done | grep -oE '^.{0,2}(spring:session:([A-Za-z0-9_-]+:)?sessions:|PHPREDIS_SESSION:|sess:|session:|:[0-9]+:django\.contrib\.sessions\.cache|laravel_session:|shiro_redis_session:|redisson:tomcat_session:|bull:|rq:queue:|resque:queue:|queue:|_kombu\.binding\.)[A-Za-z0-9_.-]*' |
    grep -v ':expires$' | sort -u |
    sed -e 's/.*spring:session:.*/spring:session/' -e 's/.*PHPREDIS_SESSION.*/PHPREDIS_SESSION/' \
      -e 's/.*django\.contrib\.sessions.*/django.contrib.sessions/' -e 's/.*_kombu\.binding.*/_kombu.binding/' \
      -e 's/^.\{0,2\}\(redisson:tomcat_session\|rq:queue\|resque:queue\|laravel_session\|shiro_redis_session\|sess\|session\|bull\|queue\):.*/\1/' |
    sort | uniq -c | sed 's/^/keys /'
done 2>/dev/null
