#!/bin/sh
# probe: platform
# title: Processors, memory, virtualisation, control groups, time zone and clock, SELinux and AppArmor, kernel settings, modules.
# why: A container brings its own time zone and files but shares the node's kernel: what was set there has to be asked for.
# reads: /proc/cpuinfo, meminfo, uptime, mounts (control groups only) and modules; /sys/class/dmi/id (vendor and product, no
#   serial number), /sys/hypervisor/type, the clock source; where /etc/localtime leads, /etc/timezone, /etc/sysconfig/clock,
#   /etc/TZ; SELinux and AppArmor switches; /etc/sysctl.conf and /etc/sysctl.d.
# without-root: nothing
# phase: 1

#: command cpu max=16k
grep -c '^processor' /proc/cpuinfo
cat /sys/devices/system/cpu/online 2>/dev/null
grep -m 1 -E '^(model name|cpu model|cpu|Processor|vendor_id)[[:space:]]*:' /proc/cpuinfo
grep -m 1 -E '^(flags|Features)[[:space:]]*:' /proc/cpuinfo | grep -o -w hypervisor
true

#: files memory max=16k
file /proc/meminfo /proc/uptime

#: command cgroup
grep -E '^[^ ]+ [^ ]+ cgroup2? ' /proc/mounts
true

#: command virtualization
for f in sys_vendor product_name board_vendor bios_vendor; do
  # A file that does not end with a line break is read whole, too, though read then fails.
  [ -r "/sys/class/dmi/id/$f" ] && { read -r v <"/sys/class/dmi/id/$f"; echo "$f=$v"; }
done
[ -r /sys/hypervisor/type ] && { read -r v </sys/hypervisor/type; echo "hypervisor=$v"; }
f=/sys/devices/system/clocksource/clocksource0/current_clocksource
[ -r $f ] && { read -r v <$f; echo "clocksource=$v"; }
[ -d /proc/vz ] && [ ! -d /proc/bc ] && echo "openvz=yes"
[ -f /proc/sysinfo ] && grep -m 1 'Control Program' /proc/sysinfo
have systemd-detect-virt && echo "detected=$(systemd-detect-virt 2>/dev/null)"
true

#: files clock max=4k
file /etc/timezone /etc/sysconfig/clock /etc/TZ

#: command zone
date '+%Z %z'
ls -ln /etc/localtime 2>/dev/null
true

#: command security
[ -d /sys/fs/selinux ] && echo "selinuxfs=/sys/fs/selinux"
[ -d /selinux ] && echo "selinuxfs=/selinux"
for f in /sys/fs/selinux/enforce /selinux/enforce; do
  [ -r $f ] && { read -r v <$f; echo "enforce=$v"; }
done
[ -f /etc/selinux/config ] && grep '^SELINUX=' /etc/selinux/config
f=/sys/module/apparmor/parameters/enabled
[ -r $f ] && { read -r v <$f; echo "apparmor=$v"; }
true

#: files sysctl max=32k
file /etc/sysctl.d/*.conf /run/sysctl.d/*.conf /etc/sysctl.conf

#: command modules max=32k
sed 's/ .*//' /proc/modules 2>/dev/null
true
