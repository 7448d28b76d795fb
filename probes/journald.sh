#!/bin/sh
# probe: journald
# title: The journal: its configuration and whether it survives a reboot.
# why: What services print goes there; in the cluster the platform takes it.
# reads: journald.conf and its drop-ins in /etc, /run and /usr/lib, whether /var/log/journal is there, systemd's version.
# without-root: nothing
# phase: 1

#: files config
file /etc/systemd/journald.conf /usr/lib/systemd/journald.conf \
  /etc/systemd/journald.conf.d/*.conf /run/systemd/journald.conf.d/*.conf \
  /usr/local/lib/systemd/journald.conf.d/*.conf /usr/lib/systemd/journald.conf.d/*.conf /lib/systemd/journald.conf.d/*.conf

#: command state
if [ -d /run/systemd/system ]; then
  systemctl --version | head -n 1
fi
ls -lnd /var/log/journal /run/log/journal 2>/dev/null
:
