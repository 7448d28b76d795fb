#!/bin/sh
# The frame around every probe: begin and end lines with a marker, a time limit and a byte limit for each section.
# Before it stands M, the marker. Runs in dash, bash, BusyBox ash, ksh and mksh. It writes no file, reads nothing by
# itself but /proc, and sends signals to its own children only.
# shellcheck disable=SC2034,SC2154 # M is set before this file, and the sections after it use what it defines
LC_ALL=C
PATH=/usr/sbin:/sbin:/usr/bin:/bin:/usr/local/sbin:/usr/local/bin
export LC_ALL PATH
umask 077
unset CDPATH ENV BASH_ENV GREP_OPTIONS TZ TIME_STYLE QUOTING_STYLE BLOCK_SIZE LS_BLOCK_SIZE DF_BLOCK_SIZE BLOCKSIZE

# now: N is the hundredths of a second since boot; without a fork
now() {
  IFS=' ' read -r _u _ </proc/uptime || _u=0.00
  N=${_u%.*}${_u#*.}
}

have() { command -v "$1" >/dev/null 2>&1; }

# begin PROBE SECTION KIND ITEM
begin() { printf '\n@%s B %s %s %s %s\n' "$M" "$1" "$2" "$3" "$4"; }

# end STATUS CENTISECONDS LIMIT: LIMIT is the most bytes that count; one more was sent if there was more
end() { printf '\n@%s E %s %s0 %s\n' "$M" "$1" "$2" "$3"; }

# cap BYTES: the first BYTES + 1 bytes of stdin
if [ "$(printf xy 2>/dev/null | head -c 1 2>/dev/null)" = x ]; then
  cap() { head -c $(($1 + 1)); }
else
  cap() { dd bs=4096 count=$(($1 / 4096 + 1)) 2>/dev/null; }
fi

# reap PID: ends PID and everything below it
reap() {
  _all=" $1 " _more=1
  while [ "$_more" = 1 ]; do
    _more=0
    for _s in /proc/[0-9]*/stat; do
      read -r _l 2>/dev/null <"$_s" || continue
      _c=${_l%% *} _l=${_l##*") "}
      # shellcheck disable=SC2086 # the fields of stat are split on purpose
      set -- $_l
      case $_all in
        *" $_c "*) ;;
        *" $2 "*) _all="$_all$_c " _more=1 ;;
      esac
    done
  done
  # shellcheck disable=SC2086 # a list of process ids
  kill -9 $_all 2>/dev/null
}

# limited SECONDS COMMAND [ARG...]: status 124 if it took longer; leaves no process behind
limited() {
  _t=$1
  shift
  "$@" &
  _p=$!
  (
    trap '[ "$!" = "$_p" ] || kill -9 "$!"; exit 0' TERM
    sleep "$_t" &
    wait "$!"
    reap "$_p"
  ) >/dev/null 2>&1 3>&- 4>&- &
  _w=$!
  wait "$_p" 2>/dev/null
  _r=$?
  kill -TERM "$_w" 2>/dev/null
  wait "$_w" 2>/dev/null
  case $_r in 137 | 265 | 393) _r=124 ;; esac # killed, as dash, ksh and yash say it
  return "$_r"
}

# command_section PROBE SECTION SECONDS BYTES FUNCTION [ARG...]: what FUNCTION prints is one item
command_section() {
  _probe=$1 _section=$2 _lim=$3 _max=$4
  shift 4
  now
  _b=$N
  begin "$_probe" "$_section" command "$_section"
  { _rc=$({ { limited "$_lim" "$@" 3>&- 4>&-; echo $? >&4; } | cap "$_max" >&3 4>&-; } 4>&1); } 3>&1
  now
  end "${_rc:-124}" $((N - _b)) "$_max"
}

# files_section PROBE SECTION SECONDS BYTES FUNCTION [ARG...]: FUNCTION calls "file" for each item; the last frame says
# that it came to its end
files_section() {
  _probe=$1 _section=$2 _lim=$3 _max=$4
  shift 4
  now
  _a=$N
  limited "$_lim" "$@"
  _rc=$?
  begin "$_probe" "$_section" section "$_section"
  now
  end "$_rc" $((N - _a)) 0
}

# NET: the mount points of network file systems, one a line; nothing below them is ever touched
NL='
'
NET=$NL
while read -r _ _d _t _; do
  case $_t in
    nfs* | cifs | smb* | ceph | gluster* | lustre | afs | 9p | ncp* | autofs | ocfs* | gfs* | gpfs | beegfs* | fuse.*)
      NET="$NET$_d$NL"
      ;;
    *) case $NET in *"$NL$_d$NL"*) NET=${NET%%"$NL$_d$NL"*}$NL${NET#*"$NL$_d$NL"} ;; esac ;; # mounted over it
  esac
done </proc/mounts

# remote PATH: whether it, or what it links to, lies on a network file system
remote() {
  [ "$NET" != "$NL" ] || return 1
  _under "$1" && return 0
  [ -h "$1" ] || return 1
  _d=$(readlink "$1") || return 1
  case $_d in /*) _under "$_d" ;; *) return 1 ;; esac
}

_under() {
  _d=$1
  while [ -n "$_d" ]; do
    case $NET in *"$NL$_d$NL"*) return 0 ;; esac
    case $_d in */*) _d=${_d%/*} ;; *) return 1 ;; esac
  done
  return 1
}

# file PATH...: the contents of each regular file; what may not be read is said so, what is not there is passed over
file() {
  _files cat "$@"
}

# uncommented PATH...: the same with empty lines in place of comments, which are most of what packages install
uncommented() {
  _files sed "$@"
}

_files() {
  _how=$1
  shift
  for _f in "$@"; do
    case $_f in *"$NL"*) continue ;; esac
    if remote "$_f"; then
      begin "$_probe" "$_section" file "$_f"
      end remote 0 0
    elif [ -f "$_f" ]; then
      now
      _b=$N
      begin "$_probe" "$_section" file "$_f"
      if [ -r "$_f" ]; then
        case $_how in
          sed) sed 's/^[[:space:]]*[#;].*//' "$_f" 2>/dev/null | cap "$_max" ;;
          *) cap "$_max" <"$_f" 2>/dev/null ;;
        esac
        _rc=$?
      else
        _rc=denied
      fi
      now
      end "$_rc" $((N - _b)) "$_max"
    elif [ ! -e "$_f" ]; then
      refused "${_f%/*}"
    fi
  done
}

# certificate PATH...: the first certificate in each file, and nothing else of it: the key may stand beside it
certificate() {
  for _f in "$@"; do
    case $_f in *"$NL"*) continue ;; esac
    remote "$_f" && continue
    if [ -f "$_f" ]; then
      begin "$_probe" "$_section" file "$_f"
      if [ -r "$_f" ]; then
        sed -n -e '/^-----BEGIN [A-Z ]*CERTIFICATE-----/,/^-----END/p' \
          -e '/^-----END [A-Z ]*CERTIFICATE-----/q' "$_f" 2>/dev/null | cap 16384
        _rc=0
      else
        _rc=denied
      fi
      end "$_rc" 0 16384
    elif [ ! -e "$_f" ]; then
      refused "${_f%/*}"
    fi
  done
}

# refused DIRECTORY: says so if it is there, or the nearest one above it that is, and may not be listed or entered
refused() {
  _d=$1
  while [ -n "$_d" ] && [ ! -d "$_d" ]; do
    case $_d in */*) _d=${_d%/*} ;; *) return 0 ;; esac
  done
  [ -n "$_d" ] || return 0
  if [ -x "$_d" ]; then
    if [ "$_d" != "$1" ] || [ -r "$_d" ]; then return 0; fi
  fi
  [ "$_refused" != "$_d" ] || return 0
  _refused=$_d
  begin "$_probe" "$_section" directory "$_d"
  end denied 0 0
}
_refused=

# missing_section PROBE SECTION: the tool that it needs is not here
missing_section() {
  begin "$1" "$2" command "$2"
  end missing 0 0
}
