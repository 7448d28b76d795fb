#!/bin/sh
# probe: crontabs
# title: Every job of cron and anacron: system tables, the tables of users, directories of scripts, which cron runs them.
# why: There is no cron in a container; each job becomes a CronJob, a goCron task, something better, or nothing.
# reads: /etc/crontab, /etc/cron.d, /etc/anacrontab, the tables of users under /var/spool/cron, /etc/crontabs and where a
#   running crond is told to look, the scripts in /etc/cron.hourly to cron.yearly and /etc/periodic with their modes,
#   crontab -l of the account itself, settings of the daemons, names and home directories of the accounts, the last runs
#   from the log of cron.
# without-root: the tables of other users, the log of cron; on SUSE also /etc/crontab.
# phase: 1

#: files system privileged max=256k
file /etc/crontab /etc/cron.d/* /etc/anacrontab

#: files spool privileged max=256k
grep -ls '[c]rond' /proc/[0-9]*/cmdline 2>/dev/null | while read -r c; do
  # shellcheck disable=SC2046 # a command line of a daemon, split at its arguments
  set -- $(tr '\0' ' ' <"$c" 2>/dev/null)
  while [ $# -gt 1 ]; do
    case $1 in
      -c) case $2 in /*) file "$2"/* ;; esac ;;
      -c/*) file "${1#-c}"/* ;;
    esac
    shift
  done
done
file /etc/crontabs/* /var/spool/cron/crontabs/* /var/spool/cron/tabs/* /var/spool/cron/* /var/cron/tabs/*

#: command own tool=crontab
# Root sees all tables anyway. Reading the own one leaves the same line in the log as a user's crontab -l.
[ "$(id -u)" = 0 ] || CRONTAB_NOHEADER=N crontab -l 2>/dev/null

#: command listing privileged max=256k
# shellcheck disable=SC2012 # modes and owners are what is wanted
ls -ldnL /etc/crontab /etc/anacrontab /etc/cron.d/* /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* \
  /etc/cron.monthly/* /etc/cron.yearly/* /etc/periodic/*/* /etc/crontabs/* /var/spool/cron/* /var/spool/cron/crontabs/* \
  /var/spool/cron/tabs/* 2>/dev/null
true

#: files scripts privileged max=16k
file /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /etc/cron.yearly/* /etc/periodic/*/*

#: files settings privileged max=16k
file /etc/default/cron /etc/default/anacron /etc/sysconfig/cron /etc/sysconfig/crond /etc/conf.d/crond \
  /etc/cron.allow /etc/cron.deny /etc/jobs.allow /etc/jobs.deny

#: command daemons
ls -ln /usr/sbin/cron /usr/sbin/crond /sbin/crond /usr/bin/crond /bin/crond /usr/sbin/anacron /usr/sbin/fcron \
  /usr/bin/supercronic /usr/lib/systemd/system-generators/systemd-crontab-generator \
  /lib/systemd/system-generators/systemd-crontab-generator 2>/dev/null
grep -ls '[c]ron' /proc/[0-9]*/cmdline 2>/dev/null | while read -r c; do
  printf 'process %s ' "${c#/proc/}"
  tr '\0\n' '  ' <"$c" 2>/dev/null
  echo
done
if have dpkg-query; then
  # shellcheck disable=SC2016 # dpkg-query fills these in
  dpkg-query -W -f='package ${Package} ${Version} ${Status}\n' cron cronie systemd-cron anacron bcron 2>/dev/null
fi
true

#: command users
cut -d: -f1,3,6 /etc/passwd
grep '^passwd:' /etc/nsswitch.conf 2>/dev/null
true

#: files stamps privileged max=1k
file /var/spool/anacron/*

#: command log privileged limit=10 max=192k
if [ -r /var/log/cron ]; then
  tail -n 600 /var/log/cron
elif [ -r /var/log/syslog ]; then
  tail -n 20000 /var/log/syslog | grep -E 'CRON\[|crond\[|/USR/SBIN/CRON|anacron\[' | tail -n 600
elif [ -r /var/log/messages ]; then
  tail -n 20000 /var/log/messages | grep -E 'CRON\[|crond\[|/usr/sbin/cron\[|anacron\[' | tail -n 600
elif have journalctl; then
  journalctl --no-pager -q -n 600 -o short-iso -t CRON -t CROND -t crond -t cron -t anacron 2>/dev/null
fi
true
