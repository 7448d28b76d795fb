#!/bin/sh
# probe: at-jobs
# title: Jobs that at and batch have queued: when, as whom, which commands.
# why: A run that is already promised for a date is lost when its host goes; nothing in the cluster takes it over.
# reads: the spool of at with the environment of each job left out, atq.
# without-root: the jobs of other users.
# phase: 1

#: files spool privileged max=64k
for j in /var/spool/cron/atjobs/* /var/spool/at/* /var/spool/atjobs/*; do
  if [ ! -f "$j" ]; then
    [ -e "$j" ] || refused "${j%/*}"
    continue
  fi
  begin at-jobs spool file "$j"
  if [ -r "$j" ]; then
    # Between umask and cd stand the variables of the one who queued it: their lines stay, empty.
    sed '/^umask /,/^cd /{/^umask /!{/^cd /!s/.*//;};}' "$j" 2>/dev/null | cap 65536
    end "$?" 0 65536
  else
    end denied 0 65536
  fi
done

#: command queue tool=atq
atq
