#!/bin/sh
# probe: units
# title: Every service, whoever starts it: systemd, init scripts, inittab, upstart, OpenRC, runit, supervisord, pm2, xinetd.
# why: How a program is started, as whom, with which variables and limits, is what its container has to repeat.
# reads: systemctl show of services and sockets, the unit files that are not a distribution's own, extended or running;
#   /etc/inittab, rc.local, scripts in /etc/init.d that no package brought, where the links in /etc/rc?.d lead, /etc/init,
#   /etc/xinetd.d, configuration of supervisord, run scripts of runit and daemontools, a few named lines of pm2's list;
#   the files of variables that these name, /etc/default, /etc/sysconfig, /etc/conf.d; pid files; the list of package
#   files in /var/lib/dpkg/status and /lib/apk/db/installed; initctl list.
# without-root: files that only root may read, which mostly are those with variables.
# phase: 1

#: command services tool=systemctl limit=15 max=2048k
# Services that are loaded, and those of the administrator that are not.
[ -d /run/systemd/system ] || return 0
set --
for f in /etc/systemd/system/*.service /usr/local/lib/systemd/system/*.service; do
  case $f in *@.service) ;; *) [ ! -f "$f" ] || set -- "$@" "${f##*/}" ;; esac
done
systemctl --no-pager show -p Id -p LoadState -p ActiveState -p SubState -p UnitFileState -p FragmentPath -p SourcePath \
  -p DropInPaths -p Type -p User -p WorkingDirectory -p EnvironmentFiles -p Restart -p KillSignal -p TimeoutStopUSec \
  -p LimitNOFILE -p StandardOutput -p After -p MainPID -p NRestarts -- '*.service' "$@" 2>/dev/null

#: command sockets tool=systemctl limit=10 max=256k
[ -d /run/systemd/system ] || return 0
systemctl --no-pager show -p Id -p ActiveState -p Triggers -p Listen -p ListenStream -p ListenDatagram '*.socket' \
  2>/dev/null

#: files unit-files privileged limit=15 max=32k
# What a package brought is read only where it runs or where somebody has extended it.
if [ -d /run/systemd/system ] && have systemctl && systemctl --no-pager show -p Version >/dev/null 2>&1; then
  set --
  for f in /etc/systemd/system/*.service /usr/local/lib/systemd/system/*.service; do
    case $f in *@.service) ;; *) [ ! -f "$f" ] || set -- "$@" "${f##*/}" ;; esac
  done
  {
    systemctl --no-pager show -p FragmentPath -p SourcePath -p DropInPaths -p MainPID -- '*.service' "$@" 2>/dev/null
    echo
  } | {
    set -f
    unit='' drop='' main=0 source='' seen=' '
    while IFS= read -r l; do
      case $l in
        FragmentPath=*) unit=${l#*=} ;;
        SourcePath=*) source=${l#*=} ;;
        DropInPaths=*) drop=${l#*=} ;;
        MainPID=*) main=${l#*=} ;;
        '')
          case $seen in *" $unit $drop "*) unit='' source='' ;; esac
          seen="$seen$unit $drop "
          case $unit in
            '') ;;
            /lib/* | /usr/lib/*)
              # shellcheck disable=SC2086 # a list of paths
              if [ "$main" != 0 ] || [ -n "$drop" ]; then file "$unit" $drop; fi
              ;;
            *)
              # shellcheck disable=SC2086 # a list of paths
              file "$unit" $drop
              ;;
          esac
          case $source in /etc/init.d/* | /etc/rc.d/* | '') ;; *) file "$source" ;; esac
          unit='' drop='' main=0 source=''
          ;;
      esac
    done
  }
elif [ -d /run/systemd/system ]; then
  file /etc/systemd/system/*.wants/*.service /etc/systemd/system/*.service /etc/systemd/system/*.service.d/*.conf \
    /run/systemd/system/*.service /run/systemd/system/*.service.d/*.conf /usr/local/lib/systemd/system/*.service
fi
# Services of accounts that run without anybody logged in.
for f in /var/lib/systemd/linger/*; do
  [ -f "$f" ] || continue
  while IFS=: read -r user _ _ _ _ home _; do
    if [ "$user" = "${f##*/}" ]; then
      refused "$home/.config/systemd/user"
      file "$home"/.config/systemd/user/*.service /etc/systemd/user/*.service
    fi
  done </etc/passwd
done

#: command listing privileged max=512k
# shellcheck disable=SC2012 # modes and links are what is wanted
if ls -bd / >/dev/null 2>&1; then o=-lnb; else o=-ln; fi
echo "ls $o"
ls "${o}d" /etc/init.d/* /etc/rc.d/init.d/* /etc/rc[0-9S].d/* /etc/rc.d/rc[0-9S].d/* /etc/init.d/rc[0-9S].d/* \
  /etc/runlevels/*/* /run/openrc/started/* /var/lib/init.d/started/* /lib/rc/init.d/started/* /etc/rc.local \
  /etc/rc.d/rc.* /etc/local.d/* /etc/systemd/system/*.wants/*.service /etc/service/* /service/* /var/service/* \
  /etc/init/*.conf 2>/dev/null
true

#: command packaged max=256k
# Scripts and jobs that a package brought, with the sum it had: one a line, the sum first if there is one.
{
  sed -n 's/^ \(\/etc\/init[^ ]*\) \([0-9a-f]\{32\}\).*/\2 \1/p' /var/lib/dpkg/status
  sed -n '/^F:etc\/init.d$/,/^F:/s/^R:/- \/etc\/init.d\//p' /lib/apk/db/installed
} 2>/dev/null
true

#: files scripts privileged limit=15 max=16k
# All scripts where no list of packages is kept as text.
known=$NL$({
  sed -n 's/^ \(\/etc\/init.d\/[^ ]*\) [0-9a-f]\{32\}$/\1/p' /var/lib/dpkg/status
  sed -n '/^F:etc\/init.d$/,/^F:/s/^R:/\/etc\/init.d\//p' /lib/apk/db/installed
} 2>/dev/null)$NL
for d in /etc/init.d /etc/rc.d/init.d; do
  [ "$d" = /etc/init.d ] || [ ! -h /etc/init.d ] || continue
  for f in "$d"/*; do
    case $known in *"$NL$f$NL"*) ;; *) [ ! -f "$f" ] || file "$f" ;; esac
  done
done

#: files tables privileged limit=15 max=64k
known=$NL$(sed -n 's/^ \(\/etc\/init\/[^ ]*\) [0-9a-f]\{32\}$/\1/p' /var/lib/dpkg/status 2>/dev/null)$NL
file /etc/inittab /etc/rc.local
[ -h /etc/rc.local ] || file /etc/rc.d/rc.local
file /etc/rc.d/boot.local /etc/init.d/boot.local /etc/init.d/after.local /etc/local.d/*.start /etc/conf.d/local.start
for f in /etc/init/*.conf; do
  case $known in *"$NL$f$NL"*) ;; *) [ ! -f "$f" ] || file "$f" ;; esac
done
file /etc/init/*.override /etc/inetd.conf /etc/xinetd.d/* /etc/service/*/run /service/*/run /var/service/*/run

#: files supervisord privileged limit=10 max=64k
# Its configuration, where that is by custom or where a running one says, and what it includes.
{
  for f in /etc/supervisord.conf /etc/supervisor/supervisord.conf /usr/local/etc/supervisord.conf \
    /usr/etc/supervisord.conf /opt/*/etc/supervisord.conf; do
    [ ! -f "$f" ] || echo "$f"
  done
  grep -ls '[s]upervisord' /proc/[0-9]*/cmdline 2>/dev/null | while read -r c; do
    tr '\0' '\n' <"$c" 2>/dev/null | sed -n -e '/^-c$/,/^\//s/^\//\//p' -e '/^--configuration$/,/^\//s/^\//\//p' \
      -e 's/^-c\(\/.*\)/\1/p' -e 's/^--configuration=\(\/.*\)/\1/p'
  done
} | sort -u | while read -r f; do
  file "$f"
  remote "$f" && continue
  sed -n -e '/^\[include\]/,/^\[/{' -e 's/^files[[:space:]]*=[[:space:]]*//p' -e '}' "$f" 2>/dev/null \
    | tr -s '[:space:]' '[\n*]' | while read -r p; do
    case $p in '') continue ;; /*) ;; *) p=${f%/*}/$p ;; esac
    # shellcheck disable=SC2086 # a pattern
    file $p
  done
done

#: command pm2 privileged max=128k
# Of pm2's list only named lines: the rest is the environment of whoever saved it.
{
  while IFS=: read -r user _ _ _ _ home _; do
    case $home in /?*) echo "$user $home/.pm2" ;; esac
  done </etc/passwd
  sed -n 's/.*God Daemon (\(\/[^)]*\)).*/- \1/p' /proc/[0-9]*/cmdline
} 2>/dev/null | sort -u | while read -r user d; do
  remote "$d" && continue
  if [ -f "$d/dump.pm2" ] && [ -r "$d/dump.pm2" ]; then
    echo "list $user $d/dump.pm2"
    grep -E '^    "(name|pm_exec_path|pm_cwd|exec_mode|instances|pm_out_log_path|exec_interpreter|autorestart|kill_timeout|username)":|^  [{}]' \
      "$d/dump.pm2"
  elif [ "$user" = - ] && [ ! -r "$d/dump.pm2" ] && [ ! -x "$d" ]; then
    echo "denied $d/dump.pm2"
  fi
done
true

#: command upstart tool=initctl
initctl list 2>/dev/null
true

#: command pids privileged max=64k
# What pid files say: those in the usual places, and those that scripts of the host's own name.
{
  for f in /run/*.pid /run/*/*.pid /run/*/pid /var/run/*.pid /var/run/*/*.pid; do echo "$f"; done
  sed -n 's/.*[Pp][Ii][Dd][A-Za-z_]*[=: ]*["'\'']\{0,1\}\(\/[^"'\'' ;$]*\.pid\).*/\1/p' /etc/init.d/*
} 2>/dev/null | sort -u | while read -r f; do
  case $f in /var/run/*) [ ! -h /var/run ] || f=/run/${f#/var/run/} ;; esac
  remote "$f" && continue
  [ -f "$f" ] || continue
  p=
  { IFS=' ' read -r p _ <"$f"; } 2>/dev/null
  case $p in '' | *[!0-9]*) ;; *) echo "$p $f" ;; esac
done | sort -u
true

#: files environment privileged limit=15 max=32k
# Variables of services: the files that units name, and those that go with init scripts.
{
  if [ -d /run/systemd/system ] && have systemctl; then
    set --
    for f in /etc/systemd/system/*.service /usr/local/lib/systemd/system/*.service; do
      case $f in *@.service) ;; *) [ ! -f "$f" ] || set -- "$@" "${f##*/}" ;; esac
    done
    {
      systemctl --no-pager show -p FragmentPath -p EnvironmentFiles -p MainPID -- '*.service' "$@" 2>/dev/null
      echo
    } | {
      unit='' names='' main=0
      while IFS= read -r l; do
        case $l in
          FragmentPath=*) unit=${l#*=} ;;
          MainPID=*) main=${l#*=} ;;
          EnvironmentFile*=/*) l=${l#*=} names=$names${l%" ("*}$NL ;;
          '')
            case $unit:$main in /lib/*:0 | /usr/lib/*:0) ;; *) printf %s "$names" ;; esac
            unit='' names='' main=0
            ;;
        esac
      done
    }
  fi
  for f in /etc/init.d/*; do
    if [ ! -d /run/systemd/system ]; then
      n=${f##*/}
      for e in "/etc/default/$n" "/etc/sysconfig/$n" "/etc/conf.d/$n"; do echo "$e"; done
    fi
  done
  sed -n -e 's/^\(.*[[:space:]&;]\)\{0,1\}\.[[:space:]]\{1,\}["'\'']\{0,1\}\(\/[A-Za-z0-9._\/-]*\).*/\2/p' \
    -e 's/^\(.*[[:space:]&;]\)\{0,1\}source[[:space:]]\{1,\}["'\'']\{0,1\}\(\/[A-Za-z0-9._\/-]*\).*/\2/p' \
    /etc/init.d/* 2>/dev/null
} | sort -u | while read -r f; do
  case $f in */init-functions | */functions | /etc/rc.status | /lib/* | /usr/lib/*) continue ;; esac
  # shellcheck disable=SC2086 # units may name a pattern
  file $f
done
