#!/bin/sh
# probe: processes
# title: Every process: command line, user, parent, memory, start, control group, program and directories.
# why: What runs on the host is what has to run in the cluster; everything else is found from here.
# reads: status, stat, cmdline and cgroup of each directory in /proc, the links exe, cwd and root there, /proc/uptime,
#   the boot time in /proc/stat, the mount options of /proc; the names of the user ids seen (/etc/passwd, getent), never
#   a password field.
# without-root: program, working and root directory of other users' processes; where /proc is mounted with hidepid, the
#   processes themselves.
# phase: 1

#: command table limit=20 max=4096k
echo "self $$"
cat /proc/uptime
getconf CLK_TCK 2>/dev/null || echo 100
grep '^btime' /proc/stat
grep '^[^ ]* /proc ' /proc/mounts
cd /proc && {
  grep -E '^(Name|State|PPid|Uid|Gid|Threads|VmSize|VmRSS|VmHWM|VmSwap|NSpid|SigBlk|SigIgn|SigCgt|CapEff|CapAmb|NoNewPrivs|Seccomp):' \
    [0-9]*/status /dev/null
  grep '' [0-9]*/stat /dev/null
  grep -E '^[0-9]+:(name=[a-z]+|[a-z,]*memory[a-z,]*)?:' [0-9]*/cgroup /dev/null
} 2>/dev/null
true

#: command cmdline limit=20 max=4096k
cd /proc && {
  # The last file, which is empty, tells that the list came to its end.
  if [ "$(printf xy | head -c 1 2>/dev/null)" = x ]; then
    head -c 65536 [0-9]*/cmdline /dev/null
  else
    head -n 1000 [0-9]*/cmdline /dev/null
  fi
} 2>/dev/null
true

#: command links privileged limit=20 max=2048k
cd /proc && ls -ln [0-9]*/exe [0-9]*/cwd [0-9]*/root 2>/dev/null
true

#: command users limit=10 max=512k
{
  cat /etc/passwd
  if have getent; then
    # shellcheck disable=SC2046 # one number a word
    getent passwd 0 $(sed -n 's/^Uid:[^0-9]*[0-9]*[^0-9]*\([0-9]*\).*/\1/p' /proc/[0-9]*/status 2>/dev/null | sort -u)
  fi
} 2>/dev/null | sed -n 's/^\([^:]*\):[^:]*:\([0-9]*:[0-9]*\):[^:]*:/\1:x:\2::/p'
