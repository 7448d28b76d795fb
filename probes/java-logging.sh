#!/bin/sh
# probe: java-logging
# title: Where Java applications log to
# why: it says which files a container would lose, which logs go to syslog, and who rotates them
# reads: where links of the given directories lead; logback, log4j and java.util.logging files in the given directories and their conf, config, lib and classes folders;
#   files that are given by name
# without-root: what only the application's account may read
# phase: 2
#: command links privileged
# The kernel shows open files by their real paths, configuration by others.
for d in "$@"; do
  case $d in *"$NL"* | [!/]*) continue ;; esac
  remote "$d" && continue
  [ -d "$d" ] || continue
  real=$(cd -P "$d" 2>/dev/null && pwd -P)
  case $real in '' | "${d%/}" | *"$NL"*) ;; *) printf 'link %s\nto %s\n' "${d%/}" "$real" ;; esac
done
#: files configuration privileged limit=10 max=64k
for d in "$@"; do
  remote "$d" && continue
  case $d in
    *.properties | *.xml | *.y*ml | *.json | *.groovy)
      file "$d"
      continue
      ;;
  esac
  [ -d "$d" ] || continue
  d=${d%/}
  refused "$d"
  for p in "$d" "$d/conf" "$d/config" "$d/lib" "$d/classes" "$d/etc" "$d/resources" "$d/WEB-INF/classes" "$d/"*/WEB-INF/classes \
    "$d/BOOT-INF/classes"; do
    [ -d "$p" ] || continue
    refused "$p"
    for f in "$p"/logback*.xml "$p"/logback*.groovy "$p"/log4j*.xml "$p"/log4j*.properties "$p"/log4j2*.y*ml "$p"/log4j2*.json \
      "$p"/logging*.properties; do
      if [ -f "$f" ]; then file "$f"; fi
    done
  done
done
