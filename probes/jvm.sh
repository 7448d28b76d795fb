#!/bin/sh
# probe: jvm
# title: Options, counters and release of Java virtual machines
# why: heap, collector and version decide the limits and the image of a container
# reads: hsperfdata_USER/PID as the process sees /tmp, the program behind /proc/PID/exe, JAVA_HOME/release, files of options
# without-root: counters of other accounts; their options then come from the command line alone
# phase: 2
#: command counters privileged limit=15 max=2048k
# In a mount namespace of its own (PrivateTmp, a container) a process has another /tmp, in a pid namespace another id.
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  [ -d "/proc/$p" ] || continue
  n=$p
  while read -r key value; do
    case $key in NSpid:) n=${value##*[!0-9]} ;; esac
  done 2>/dev/null <"/proc/$p/status"
  found=
  for f in "/proc/$p/root/tmp/hsperfdata_"*"/$n" "/tmp/hsperfdata_"*"/$p"; do
    [ -f "$f" ] || continue
    if ! [ -r "$f" ]; then
      found=denied
      continue
    fi
    found=yes
    if have base64; then
      printf 'base64 %s %s\n' "$p" "$f"
      head -c 65536 "$f" | base64
    else
      printf 'hex %s %s\n' "$p" "$f"
      head -c 65536 "$f" | od -An -v -tx1
    fi 2>/dev/null
    break
  done
  if [ -z "$found" ] && ! [ -r "/proc/$p/root/tmp" ]; then found=denied; fi
  case $found in
    denied) printf 'denied %s\n' "$p" ;;
    '') printf 'absent %s\n' "$p" ;;
  esac
done
#: command programs privileged limit=5 max=64k
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  e=$(readlink "/proc/$p/exe" 2>/dev/null)
  if [ -z "$e" ]; then
    e=$(tr '\000' '\n' 2>/dev/null <"/proc/$p/cmdline" | head -n 1)
    case $e in /*) e=$(readlink -f "$e" 2>/dev/null) ;; *) e= ;; esac
  fi
  [ -z "$e" ] || printf '%s %s\n' "$p" "$e"
done
#: files release privileged limit=5 max=8k
seen=' '
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  e=$(readlink "/proc/$p/exe" 2>/dev/null)
  if [ -z "$e" ]; then
    e=$(tr '\000' '\n' 2>/dev/null <"/proc/$p/cmdline" | head -n 1)
    case $e in /*) e=$(readlink -f "$e" 2>/dev/null) ;; *) continue ;; esac
  fi
  case $e in */bin/java) ;; *) continue ;; esac
  e=${e%/bin/java}
  case $seen in *" $e "*) continue ;; esac
  seen="$seen$e "
  if [ -f "$e/release" ]; then file "$e/release"; else file "${e%/jre}/release"; fi
done
#: files options privileged limit=5 max=32k
for f in "$@"; do
  case $f in /*) file "$f" ;; esac
done
