#!/bin/sh
# probe: log-files
# title: Log files that lie below /var/log, with their sizes.
# why: What is written to local files is lost with a container; what nobody rotates grows for ever.
# reads: names and sizes below /var/log, three levels deep; network file systems are left alone. Files that are open are in
#   the probe sockets.
# without-root: folders that only their owner may list.
# phase: 1

#: command listing limit=20 max=512k
# Names and sizes. Of a folder below which a network file system is mounted, the other entries are listed one by one.
n=' '
while read -r _ m t _; do
  case $t in
    nfs* | cifs | smb* | ceph | gluster* | lustre | afs | 9p | ncp* | autofs | ocfs* | gpfs | fuse.* | beegfs*) n="$n$m " ;;
  esac
done </proc/mounts
case $n in *' /var '* | *' /var/log '*) return 0 ;; esac
if ls -bd / >/dev/null 2>&1; then o=-lnb; else o=-ln; fi
echo "ls $o"
set -- /var/log/
depth=1
while [ "$#" -gt 0 ]; do
  case $n in
    *' /var/log/'*)
      for d in "$@"; do
        for f in "$d"*; do
          case $n in *" $f "*) ;; *) ls "${o}d" "$f" 2>/dev/null ;; esac
        done
      done
      ;;
    *) ls "$o" /dev/null "$@" 2>/dev/null ;;
  esac
  [ "$depth" -lt 3 ] || break
  depth=$((depth + 1))
  set -- "$@" --
  while [ "$1" != -- ]; do # what is to be looked into stands before the mark, what was found in it comes behind
    d=$1
    shift
    for f in "$d"*; do
      case $n in *" $f "*) continue ;; esac
      case $f in /var/log/journal/*) continue ;; esac
      if [ -d "$f" ] && [ ! -h "$f" ] && [ "$#" -lt 200 ]; then set -- "$@" "$f/"; fi
    done
  done
  shift
done
:
