#!/bin/sh
# probe: syslog
# title: Configuration of the syslog daemon.
# why: Messages that a host forwards, files that it tails or writes, must have a successor in the cluster.
# reads: /etc/rsyslog.conf, /etc/syslog-ng/syslog-ng.conf, /etc/syslog.conf, /etc/metalog.conf, what they include, and what a
#   running daemon was given with -f.
# without-root: configuration that only root may read.
# phase: 1

#: command programs
# Whose program syslogd is: BusyBox makes a link.
for f in /sbin/syslogd /usr/sbin/syslogd /bin/syslogd; do
  [ -e "$f" ] && ls -ln "$f"
done
:

#: files rsyslog privileged limit=10
# The main file, the files that a running daemon was given, and two rounds of what they include.
have sed || return 0
set -- /etc/rsyslog.conf
for p in /proc/[0-9]*/comm; do
  read -r c 2>/dev/null <"$p" || continue
  case $c in rsyslogd | rs:main*) ;; *) continue ;; esac
  a=$(tr '\000\n' '\n?' 2>/dev/null <"${p%comm}cmdline" | sed -n -e 's/^-f\(\/.*\)/\1/p' -e '/^-f$/{n;p;}')
  case $a in '' | *'
'*) ;; *) set -- "$@" "$a" ;; esac
done
seen=' ' round=0
while [ "$round" -lt 3 ] && [ "$#" -gt 0 ]; do
  next=
  for f in "$@"; do
    case $seen in *" $f "*) continue ;; esac
    seen="$seen$f "
    file "$f"
    if [ ! -f "$f" ] || [ ! -r "$f" ]; then continue; fi
    next="$next $(sed -n \
      -e 's/^[[:blank:]]*\$[Ii][Nn][Cc][Ll][Uu][Dd][Ee][Cc][Oo][Nn][Ff][Ii][Gg][[:blank:]]*\(\/[^[:blank:]#]*\).*/\1/p' \
      -e 's/^[^#]*include(.*file="\(\/[^"]*\)".*/\1/p' <"$f")"
  done
  set --
  for f in $next; do # the patterns are expanded here
    refused "${f%/*}"
    case $f in
      */) set -- "$@" "$f"* ;;
      *) set -- "$@" "$f" ;;
    esac
  done
  round=$((round + 1))
done

#: files syslog-ng privileged limit=10
have sed || return 0
set -- /etc/syslog-ng/syslog-ng.conf
for p in /proc/[0-9]*/comm; do
  read -r c 2>/dev/null <"$p" || continue
  [ "$c" = syslog-ng ] || continue
  a=$(tr '\000\n' '\n?' 2>/dev/null <"${p%comm}cmdline" | sed -n -e 's/^-f\(\/.*\)/\1/p' -e '/^-f$/{n;p;}' -e 's/^--cfgfile=//p')
  case $a in '' | *'
'*) ;; *) set -- "$@" "$a" ;; esac
done
seen=' ' round=0
while [ "$round" -lt 3 ] && [ "$#" -gt 0 ]; do
  next=
  for f in "$@"; do
    case $seen in *" $f "*) continue ;; esac
    seen="$seen$f "
    file "$f"
    if [ ! -f "$f" ] || [ ! -r "$f" ]; then continue; fi
    next="$next $(sed -n 's/^[[:blank:]]*@\{0,1\}include[[:blank:]]*["'\'']\([^"'\'']*\)["'\''].*/\1/p' <"$f")"
  done
  set --
  for f in $next; do
    case $f in
      scl.conf | */scl.conf) continue ;; # the library that comes with it
      /*) ;;
      *) f=/etc/syslog-ng/$f ;;
    esac
    refused "${f%/*}"
    # shellcheck disable=SC2086 # a relative pattern is expanded here
    if [ -d "$f" ]; then set -- "$@" "${f%/}"/*; else set -- "$@" $f; fi
  done
  round=$((round + 1))
done

#: files syslog-conf privileged
file /etc/syslog.conf /etc/syslog.d/*.conf /etc/metalog.conf
