#!/bin/sh
# probe: timers
# title: Every systemd timer: when it fires, what it starts, as whom, and when it last did.
# why: Timers are jobs like those of cron, with other rules; monotonic ones have no counterpart in the cluster.
# reads: systemctl show and cat of the timers and of the services that they start; without systemctl the unit files.
# without-root: nothing.
# phase: 1

#: command timers tool=systemctl limit=10 max=512k
systemctl --no-pager show -p Id -p Unit -p ActiveState -p SubState -p UnitFileState -p FragmentPath -p DropInPaths \
  -p TimersCalendar -p TimersMonotonic -p LastTriggerUSec -p ConditionResult '*.timer' 2>/dev/null

#: command services tool=systemctl limit=10 max=512k
units=$(systemctl --no-pager show -p Unit '*.timer' 2>/dev/null | sed -n 's/^Unit=//p')
# shellcheck disable=SC2086 # a list of unit names
[ -z "$units" ] || systemctl --no-pager show -p Id -p User -p FragmentPath -p DropInPaths -p LoadState \
  -p ExecMainStartTimestampMonotonic -p ExecMainExitTimestampMonotonic $units 2>/dev/null

#: command units tool=systemctl limit=10 max=1024k
units=$(systemctl --no-pager show -p Id -p Unit '*.timer' 2>/dev/null | sed -n 's/^Unit=//p; s/^Id=//p')
# shellcheck disable=SC2086 # a list of unit names
[ -z "$units" ] || systemctl --no-pager cat $units 2>/dev/null
true

#: files unit-files max=64k
if ! have systemctl && [ -d /run/systemd/system ]; then
  file /etc/systemd/system/timers.target.wants/*.timer
  for d in /etc/systemd/system /run/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
    for t in "$d"/*.timer; do
      [ ! -f "$t" ] || file "$t" "$t".d/*.conf "${t%.timer}.service" "${t%.timer}.service".d/*.conf
    done
  done
fi
