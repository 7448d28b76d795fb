#!/bin/sh
# probe: sockets
# title: Ports and unix sockets that are listened on, open connections, and whose they are.
# why: Listeners become ports of a Service, connections become dependencies and rules of a NetworkPolicy.
# reads: /proc/net/tcp, tcp6, udp, udp6 and unix, the range of ephemeral ports, the targets of the links in /proc/PID/fd
#   (never what is behind them), SSH_CONNECTION of the scan itself so that it is not taken for a connection of the host.
# without-root: which process of another user has a socket; the user who opened it is known.
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
cd /proc && {
  if ls -b / >/dev/null 2>&1; then
    ls -lnb [0-9]*/fd
  else
    ls -ln [0-9]*/fd
  fi
} 2>/dev/null | grep -E '^[0-9]+/fd:$|^l.* -> socket:\[[0-9]+\]$'
true
