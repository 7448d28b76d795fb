#!/bin/sh
# probe: network
# title: Addresses of the host, its resolver, and the names that its hosts file gives to other machines.
# why: A pod has none of these: names that only this file knows, search domains and fixed addresses have to be provided.
# reads: /etc/resolv.conf, /etc/hosts; ip -o addr, else ifconfig -a, else /proc/net/fib_trie and if_inet6.
# without-root: nothing
# phase: 1

#: files names max=64k
file /etc/resolv.conf /etc/hosts

#: command addresses max=128k
if have ip; then
  ip -o addr show
elif have ifconfig; then
  ifconfig -a
fi 2>/dev/null || true

#: command kernel-addresses max=128k
# Where neither tool is there, or it says nothing.
if ! have ip && ! have ifconfig; then
  cat /proc/net/fib_trie /proc/net/if_inet6 2>/dev/null
fi
true
