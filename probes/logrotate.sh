#!/bin/sh
# probe: logrotate
# title: Which logs logrotate renames, copies and deletes, and what starts it.
# why: Files that nobody rotates fill a disk; those that are rotated need no rotation in a container.
# reads: /etc/logrotate.conf or /usr/etc/logrotate.conf, what it includes, where the program and its cron jobs lie.
# without-root: configuration that only root may read.
# phase: 1

#: files config privileged limit=10
# The main file, then the folders and files that it includes; for SUSE also those of the vendor.
file /etc/logrotate.conf /usr/etc/logrotate.conf
have sed || return 0
for f in /etc/logrotate.conf /usr/etc/logrotate.conf; do
  [ -r "$f" ] && sed -n 's/^[[:blank:]]*include[[:blank:]]\{1,\}\(\/[^[:blank:]#]*\).*/\1/p' <"$f"
done | while read -r f; do
  refused "$f"
  if [ -d "$f" ]; then file "$f"/*; else file "$f"; fi
done

#: command program
# Where it is, and what starts it.
command -v logrotate
ls -ln /etc/cron.*/logrotate /etc/cron.d/*logrotate* /etc/periodic/*/logrotate* \
  /lib/systemd/system/logrotate.timer /usr/lib/systemd/system/logrotate.timer /etc/systemd/system/timers.target.wants/logrotate.timer 2>/dev/null
:
