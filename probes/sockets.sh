#!/bin/sh
# probe: sockets
# title: Ports and unix sockets that are listened on, open connections, whose they are, and files open for writing.
# why: Listeners become ports of a Service, connections become dependencies and rules of a NetworkPolicy; what is written to
#   local files is lost with a container.
# reads: /proc/net/tcp, tcp6, udp, udp6 and unix, the range of ephemeral ports, the targets of the links in /proc/PID/fd
#   (never what is behind them), SSH_CONNECTION of the scan itself so that it is not taken for a connection of the host.
# without-root: which process of another user has a socket or a file open; the user who opened it is known.
# phase: 1

#: command inet limit=10 max=4096k
echo "scan $SSH_CONNECTION"
cat /proc/sys/net/ipv4/ip_local_port_range 2>/dev/null
# All but connections that wait for their end (06), of which a busy host has tens of thousands.
cd /proc/net && grep -v ' 06 [0-9A-F]*:' tcp tcp6 udp udp6 /dev/null 2>/dev/null
true

#: command unix limit=5 max=512k
# Sockets with a path that take connections, or that datagrams are sent to.
grep -E ' 00010000 [0-9A-F]+ 01 +[0-9]+ +/| 00000000 0002 01 +[0-9]+ +/' /proc/net/unix 2>/dev/null
true

#: command owners privileged limit=20 max=4096k
# Sockets, files that may be written, and where standard output and error go: one listing for all who need it.
cd /proc && {
  if ls -b / >/dev/null 2>&1; then
    echo 'ls -lnb'
    ls -lnb [0-9]*/fd
  else
    echo 'ls -ln'
    ls -ln [0-9]*/fd
  fi
} 2>/dev/null | grep -E '^ls -|^[0-9]+/fd:$|^l.* -> socket:\[[0-9]+\]$|^l.w.* -> /|^l.* [12] -> '
true
