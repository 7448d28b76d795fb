#!/bin/sh
# probe: java-archive
# title: Manifest and entries of jars and wars
# why: they tell the framework, its version, the libraries inside and whether sessions, schedulers or native code are among them
# reads: the first kilobytes and the table of contents of the archives that run; names of jars in directories of a class path
# without-root: archives that only their owner may read
# phase: 2
#: command archives privileged limit=20 max=4096k
# The table of contents stands at the end, its length in the last 22 bytes. The manifest is the first entry, but before it
# an archive that runs by itself has a shell script of up to ten kilobytes.
if have base64; then enc=base64; else enc=hex; fi
for f in "$@"; do
  case $f in
    *'
'*) continue ;;
    /*) ;;
    *) continue ;;
  esac
  [ -f "$f" ] || continue
  if ! [ -r "$f" ]; then
    printf 'denied %s\n' "$f"
    continue
  fi
  t=$(tail -c 22 "$f" | od -An -v -tu1 | tr '\n' ' ' | {
    read -r p k x y _ _ _ _ _ _ _ _ a b c d _
    case "$p $k $x $y" in
      '80 75 5 6') echo $((a + 256 * (b + 256 * (c + 256 * d)) + 22)) ;;
      *) echo 65536 ;;
    esac
  })
  [ "$t" -le 262144 ] || t=262144
  h=4096
  case $(head -c 2 "$f" | od -An -v -tx1) in *23*21*) h=16384 ;; esac
  # shellcheck disable=SC2012 # wc would read the whole archive where it is of BusyBox; the name is not taken from ls
  printf 'archive %s %s %s\n' "$(ls -lnL "$f" | { read -r _ _ _ _ s _ && echo "$s"; })" "$enc" "$f"
  for part in head tail; do
    printf 'part %s\n' "$part"
    case $part in head) n=$h ;; *) n=$t ;; esac
    case $enc in
      base64) "$part" -c "$n" "$f" | base64 ;;
      *) "$part" -c "$n" "$f" | od -An -v -tx1 ;;
    esac
  done
done 2>/dev/null
#: command directories privileged limit=5 max=256k
for d in "$@"; do
  case $d in
    *'
'*) continue ;;
    /*) ;;
    *) continue ;;
  esac
  [ -d "$d" ] || continue
  if ! [ -r "$d" ] || ! [ -x "$d" ]; then
    printf 'denied %s\n' "$d"
    continue
  fi
  printf 'directory %s\n' "$d"
  for j in "$d"/*.jar; do
    if [ -f "$j" ]; then printf '%s\n' "${j##*/}"; fi
  done | head -n 1000
done
