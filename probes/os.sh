#!/bin/sh
# probe: os
# title: Distribution and release, kernel, machine, and which program starts and watches the others.
# why: The release decides the base image and how urgent the move is; the init system decides where services are found.
# reads: /etc/os-release and the release files of older systems, /etc/issue, the names in /proc/sys/kernel, /proc/1/comm,
#   where the links /sbin/init and /proc/1/exe lead, which directories of init systems exist; uname.
# without-root: where /proc/1/exe leads.
# phase: 1

#: files release max=8k
file /etc/os-release
if [ ! -f /etc/os-release ]; then
  file /usr/lib/os-release /etc/lsb-release /etc/oracle-release /etc/system-release /etc/redhat-release \
    /etc/SuSE-release /etc/debian_version /etc/alpine-release /etc/slackware-version /etc/gentoo-release \
    /etc/arch-release /etc/openwrt_release /etc/issue
fi

#: command kernel
uname -m
cat /proc/sys/kernel/osrelease
uname -n

#: command init
cat /proc/1/comm 2>/dev/null
ls -ln /sbin/init /proc/1/exe 2>/dev/null
[ -d /run/systemd/system ] && echo systemd
[ -x /sbin/openrc ] || [ -x /sbin/openrc-run ] && echo openrc
[ -x /sbin/initctl ] && [ -d /etc/init ] && echo upstart
[ -f /etc/inittab ] && echo inittab
[ -d /etc/init.d ] || [ -d /etc/rc.d/init.d ] && echo init.d
true
