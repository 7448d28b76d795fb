#!/bin/sh
# probe: state
# title: What programs keep on the host's own disks: files that changed, databases, keys, folders for data, with their sizes.
# why: What is written beside the program is lost with its container, and nobody misses it before that.
# reads: names, owners, sizes and times of files, never what is in them: below /opt, /srv, /home, /var/lib, /var/spool, /var/www,
#   /usr/local, folders of the administrator's own in /, disks of their own and directories that processes work in; names
#   of keys in /etc. Six levels deep, some seconds for each of them, never on another machine; what distributions keep in
#   /var/lib is left alone. Files that are open are in the probe sockets.
# without-root: folders that their owners have closed.
# phase: 1

#: command changed privileged limit=12 max=512k
# Files that changed within seven days and are not code, logs or notes of processes.
if ls -bd / >/dev/null 2>&1; then o=-lnbd; echo 'ls -lnb'; else o=-lnd; echo 'ls -ln'; fi
# Where programs keep things: outside of what distributions bring, on disks of the host, and where processes work.
skip=' AccountsService NetworkManager PackageKit alternatives apparmor apport apt arpd aspell aptitude authselect bluetooth boltd
 ca-certificates-java chrony cloud color colord command-not-found containerd containers crio dbus dhclient dhcp dhcpcd dhcpcd5
 dictionaries-common dkms dnf docker doc-base dpkg emacsen-common etcd-os fwupd games gconf gdm gdm3 geoclue git grub hardware
 hwclock ieee-data initramfs-tools initscripts insserv iscsi ispell kdump kubelet landscape lightdm locales logrotate lxcfs
 lxd machines man-db misc mlocate multipath nfs nssdb ntp ntpsec open-iscsi openvas-feeds os-prober pam pcp pci plocate plymouth
 polkit-1 portables postfix private python rhsm rkhunter rpcbind rpm rpm-state rsyslog selinux sgml-base shells shim-signed
 smartmontools snapd sntp softwareupdate sss stateless sudo swtpm syslog-ng systemd tpm tpm2-tss tuned ubuntu-advantage
 ubuntu-drivers-common ubuntu-release-upgrader ucf udisks udisks2 unattended-upgrades unbound-anchor update-manager
 update-notifier upower urandom usbutils vim virt-what vmware xfonts xkb xml-core yum zypp anacron abrt at atjobs atspool cron
 cups fcron lpd mail mqueue clientmqueue up2date rwho uucp'
# shellcheck disable=SC2086,SC2116 # one blank between two names, and around all
skip=" $(echo $skip) "
{
  for d in /*; do
    case ${d#/} in
      bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | lost+found | media | mnt | proc | run | sbin | selinux | sys | tmp | \
        usr | var | snap | cgroup | initrd* | net | misc | afs) ;;
      opt | srv | home) for c in "$d"/*; do echo "$c"; done ;;
      *) [ -h "$d" ] || echo "$d" ;;
    esac
  done
  for c in /var/lib/* /var/spool/*; do case $skip in *" ${c##*/} "*) ;; *) echo "$c" ;; esac; done
  for c in /var/opt/* /var/local /var/www/* /usr/local/*; do
    case ${c##*/} in bin | sbin | lib | lib64 | libexec | share | include | etc | man | games | src) ;; *) echo "$c" ;; esac
  done
  while read -r _ m t _; do
    case $t:$m in
      *:/ | *:/boot* | *:/usr* | *:/var | *:/var/log* | *:/var/tmp | *:/tmp | *:/home | *:/run/* | *:/snap/* | *:/opt | *:/srv | *\\*) ;;
      *:/var/lib/docker/* | *:/var/lib/containers/* | *:/var/lib/kubelet/*) ;;
      ext[234]:* | xfs:* | btrfs:* | zfs:* | jfs:* | reiserfs:* | vxfs:* | f2fs:*) echo "$m" ;;
    esac
  done </proc/mounts
  # shellcheck disable=SC2012 # where links lead
  ls -ln /proc/[0-9]*/cwd 2>/dev/null | sed -n 's/.* -> \(\/[^ ]*\/.*\)/\1/p' | while read -r c; do
    case $c in
      /opt/* | /srv/* | /home/* | /var/* | /proc/* | /sys/* | /dev/* | /run/* | /usr/bin* | /usr/sbin* | /usr/lib/systemd*) ;;
      /etc/* | /usr/share/* | /usr/lib/* | /root/* | /mnt/* | /media/* | /tmp/*) echo "$c" ;;
    esac
  done
} 2>/dev/null | sort -u | head -n 200 | while IFS= read -r r; do
  if [ ! -d "$r" ] || [ -h "$r" ]; then continue; fi
  remote "$r" && continue
  {
    limited 3 find "$r" -xdev -maxdepth 6 \( -name '.?*' -o -name node_modules -o -name __pycache__ -o -name site-packages \
      -o -name logs -o -name log -o -name proc \) -prune -o -type f -mtime -7 ! -name '*.log' ! -name '*.pid' ! -name '*.sh' \
      ! -name '*.jar' ! -name '*.class' ! -name '*.py' ! -name '*.pyc' ! -name '*.js' ! -name '*.php' ! -name '*.rb' ! -name '*.so' \
      ! -name '*.jsp' ! -name '*.css' ! -name '*.html' ! -name '*.lock' ! -name '*.lck' -exec ls "$o" {} + 2>&1
    [ "$?" != 124 ] || echo "timeout $r"
  } | head -n 300
done
true

#: command named privileged limit=12 max=512k
# Databases in a file, and keys, by the names that they have.
if ls -bd / >/dev/null 2>&1; then o=-lnbd; echo 'ls -lnb'; else o=-lnd; echo 'ls -ln'; fi
limited 3 find /etc -xdev -maxdepth 5 \( -path /etc/ssl/certs -o -path /etc/pki/ca-trust -o -path /etc/alternatives \
  -o -path /etc/ssh \) -prune -o -type f \( -name '*.key' -o -name '*[-_.]key.pem' -o -name 'privkey*.pem' -o -name '*.jks' \
  -o -name '*.p12' -o -name '*.pfx' -o -name '*.keystore' -o -name '*.keytab' \) -exec ls "$o" {} + 2>&1
# Where programs keep things: outside of what distributions bring, on disks of the host, and where processes work.
skip=' AccountsService NetworkManager PackageKit alternatives apparmor apport apt arpd aspell aptitude authselect bluetooth boltd
 ca-certificates-java chrony cloud color colord command-not-found containerd containers crio dbus dhclient dhcp dhcpcd dhcpcd5
 dictionaries-common dkms dnf docker doc-base dpkg emacsen-common etcd-os fwupd games gconf gdm gdm3 geoclue git grub hardware
 hwclock ieee-data initramfs-tools initscripts insserv iscsi ispell kdump kubelet landscape lightdm locales logrotate lxcfs
 lxd machines man-db misc mlocate multipath nfs nssdb ntp ntpsec open-iscsi openvas-feeds os-prober pam pcp pci plocate plymouth
 polkit-1 portables postfix private python rhsm rkhunter rpcbind rpm rpm-state rsyslog selinux sgml-base shells shim-signed
 smartmontools snapd sntp softwareupdate sss stateless sudo swtpm syslog-ng systemd tpm tpm2-tss tuned ubuntu-advantage
 ubuntu-drivers-common ubuntu-release-upgrader ucf udisks udisks2 unattended-upgrades unbound-anchor update-manager
 update-notifier upower urandom usbutils vim virt-what vmware xfonts xkb xml-core yum zypp anacron abrt at atjobs atspool cron
 cups fcron lpd mail mqueue clientmqueue up2date rwho uucp'
# shellcheck disable=SC2086,SC2116 # one blank between two names, and around all
skip=" $(echo $skip) "
{
  for d in /*; do
    case ${d#/} in
      bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | lost+found | media | mnt | proc | run | sbin | selinux | sys | tmp | \
        usr | var | snap | cgroup | initrd* | net | misc | afs) ;;
      opt | srv | home) for c in "$d"/*; do echo "$c"; done ;;
      *) [ -h "$d" ] || echo "$d" ;;
    esac
  done
  for c in /var/lib/* /var/spool/*; do case $skip in *" ${c##*/} "*) ;; *) echo "$c" ;; esac; done
  for c in /var/opt/* /var/local /var/www/* /usr/local/*; do
    case ${c##*/} in bin | sbin | lib | lib64 | libexec | share | include | etc | man | games | src) ;; *) echo "$c" ;; esac
  done
  while read -r _ m t _; do
    case $t:$m in
      *:/ | *:/boot* | *:/usr* | *:/var | *:/var/log* | *:/var/tmp | *:/tmp | *:/home | *:/run/* | *:/snap/* | *:/opt | *:/srv | *\\*) ;;
      *:/var/lib/docker/* | *:/var/lib/containers/* | *:/var/lib/kubelet/*) ;;
      ext[234]:* | xfs:* | btrfs:* | zfs:* | jfs:* | reiserfs:* | vxfs:* | f2fs:*) echo "$m" ;;
    esac
  done </proc/mounts
  # shellcheck disable=SC2012 # where links lead
  ls -ln /proc/[0-9]*/cwd 2>/dev/null | sed -n 's/.* -> \(\/[^ ]*\/.*\)/\1/p' | while read -r c; do
    case $c in
      /opt/* | /srv/* | /home/* | /var/* | /proc/* | /sys/* | /dev/* | /run/* | /usr/bin* | /usr/sbin* | /usr/lib/systemd*) ;;
      /etc/* | /usr/share/* | /usr/lib/* | /root/* | /mnt/* | /media/* | /tmp/*) echo "$c" ;;
    esac
  done
} 2>/dev/null | sort -u | head -n 200 | while IFS= read -r r; do
  if [ ! -d "$r" ] || [ -h "$r" ]; then continue; fi
  remote "$r" && continue
  {
    limited 3 find "$r" -xdev -maxdepth 6 \( -name node_modules -o -name __pycache__ -o -name site-packages -o -name proc \) -prune \
      -o -type f \( -name '*.sqlite' -o -name '*.sqlite3' -o -name '*.db' -o -name '*.db3' -o -name '*.mv.db' -o -name '*.h2.db' \
      -o -name '*.mdb' -o -name '*.mapdb' -o -name '*.rdb' -o -name '*.aof' -o -name 'SESSIONS.ser' -o -name 'derby.log' \
      -o -name 'ibdata1' -o -name 'PG_VERSION' -o -name '*.rrd' -o -name '*.key' -o -name '*[-_.]key.pem' -o -name 'privkey*.pem' \
      -o -name '*.jks' -o -name '*.p12' -o -name '*.pfx' -o -name '*.keystore' -o -name '*.keytab' \) -exec ls "$o" {} + 2>/dev/null
    [ "$?" != 124 ] || echo "timeout $r"
  } | head -n 200
done
true

#: command places privileged limit=25 max=256k
# Folders by name and the roots themselves: kilobytes, files, files that changed, owner, group, mode, path.
place() {
  remote "$1" && return
  if [ ! -r "$1" ] || [ ! -x "$1" ]; then
    echo "denied $1"
    return
  fi
  # shellcheck disable=SC2046 # the fields of a listing
  set -- "$1" "$2" $(ls -ldn "$1" 2>/dev/null)
  # A program that belongs to root is not written to by services; what changes in it is in the list of what changed.
  case $2:$5 in program:0) return ;; esac
  k=$(limited 2 du -xsk "$1" 2>/dev/null && echo whole)
  case $k in *whole) k=${k%%[!0-9]*} ;; *) k=- ;; esac
  n=$({ limited 2 find "$1" -xdev -type f -print 2>/dev/null || echo partial; } | head -n 100001 | sed -n '$p;$=' | tr '\n' ' ')
  case $n in *partial* | *100001*) n=- ;; '') n=0 ;; *) n=${n% } n=${n##* } ;; esac
  c=$({ limited 2 find "$1" -xdev -type f -mtime -7 -print 2>/dev/null || echo partial; } | head -n 10001 | sed -n '$p;$=' | tr '\n' ' ')
  case $c in *partial* | *10001*) c=- ;; '') c=0 ;; *) c=${c% } c=${c##* } ;; esac
  echo "place $k $n $c $5 $6 $3 $1"
}
# Where programs keep things: outside of what distributions bring, on disks of the host, and where processes work.
skip=' AccountsService NetworkManager PackageKit alternatives apparmor apport apt arpd aspell aptitude authselect bluetooth boltd
 ca-certificates-java chrony cloud color colord command-not-found containerd containers crio dbus dhclient dhcp dhcpcd dhcpcd5
 dictionaries-common dkms dnf docker doc-base dpkg emacsen-common etcd-os fwupd games gconf gdm gdm3 geoclue git grub hardware
 hwclock ieee-data initramfs-tools initscripts insserv iscsi ispell kdump kubelet landscape lightdm locales logrotate lxcfs
 lxd machines man-db misc mlocate multipath nfs nssdb ntp ntpsec open-iscsi openvas-feeds os-prober pam pcp pci plocate plymouth
 polkit-1 portables postfix private python rhsm rkhunter rpcbind rpm rpm-state rsyslog selinux sgml-base shells shim-signed
 smartmontools snapd sntp softwareupdate sss stateless sudo swtpm syslog-ng systemd tpm tpm2-tss tuned ubuntu-advantage
 ubuntu-drivers-common ubuntu-release-upgrader ucf udisks udisks2 unattended-upgrades unbound-anchor update-manager
 update-notifier upower urandom usbutils vim virt-what vmware xfonts xkb xml-core yum zypp anacron abrt at atjobs atspool cron
 cups fcron lpd mail mqueue clientmqueue up2date rwho uucp'
# shellcheck disable=SC2086,SC2116 # one blank between two names, and around all
skip=" $(echo $skip) "
{
  for d in /*; do
    case ${d#/} in
      bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | lost+found | media | mnt | proc | run | sbin | selinux | sys | tmp | \
        usr | var | snap | cgroup | initrd* | net | misc | afs) ;;
      opt | srv | home) for c in "$d"/*; do echo "$c"; done ;;
      *) [ -h "$d" ] || echo "$d" ;;
    esac
  done
  for c in /var/lib/* /var/spool/*; do case $skip in *" ${c##*/} "*) ;; *) echo "$c" ;; esac; done
  for c in /var/opt/* /var/local /var/www/* /usr/local/*; do
    case ${c##*/} in bin | sbin | lib | lib64 | libexec | share | include | etc | man | games | src) ;; *) echo "$c" ;; esac
  done
  while read -r _ m t _; do
    case $t:$m in
      *:/ | *:/boot* | *:/usr* | *:/var | *:/var/log* | *:/var/tmp | *:/tmp | *:/home | *:/run/* | *:/snap/* | *:/opt | *:/srv | *\\*) ;;
      *:/var/lib/docker/* | *:/var/lib/containers/* | *:/var/lib/kubelet/*) ;;
      ext[234]:* | xfs:* | btrfs:* | zfs:* | jfs:* | reiserfs:* | vxfs:* | f2fs:*) echo "$m" ;;
    esac
  done </proc/mounts
  # shellcheck disable=SC2012 # where links lead
  ls -ln /proc/[0-9]*/cwd 2>/dev/null | sed -n 's/.* -> \(\/[^ ]*\/.*\)/\1/p' | while read -r c; do
    case $c in
      /opt/* | /srv/* | /home/* | /var/* | /proc/* | /sys/* | /dev/* | /run/* | /usr/bin* | /usr/sbin* | /usr/lib/systemd*) ;;
      /etc/* | /usr/share/* | /usr/lib/* | /root/* | /mnt/* | /media/* | /tmp/*) echo "$c" ;;
    esac
  done
} 2>/dev/null | sort -u | head -n 200 | while IFS= read -r r; do
  if [ ! -d "$r" ] || [ -h "$r" ]; then continue; fi
  remote "$r" && continue
  case $r in
    /var/lib/* | /var/spool/* | /var/opt/* | /var/www/* | /srv/* | */data) place "$r" service ;;
    *) place "$r" program ;;
  esac
  limited 2 find "$r" -xdev -maxdepth 5 \( -name '.?*' -o -name node_modules -o -name __pycache__ -o -name site-packages \
    -o -name WEB-INF -o -name proc \) -prune -o -type d \( -name '*[Uu]pload*' -o -name data -o -name datas -o -name db \
    -o -name database -o -name databases -o -name sessions -o -name session -o -name webapps -o -name deployments \
    -o -name attachments -o -name attachment -o -name userfiles -o -name media -o -name storage -o -name queue -o -name queues \
    -o -name spool -o -name state -o -name kahadb -o -name 'files' \) -print -prune 2>/dev/null | head -n 40 | while IFS= read -r d; do
    [ "$d" = "$r" ] || place "$d" named
  done
done
true

#: command links
# Names that lead to another: what is found below the one is known by the other.
# shellcheck disable=SC2010,SC2012 # where links lead
if ls -bd / >/dev/null 2>&1; then o=-lnbd; echo 'ls -lnb'; else o=-lnd; echo 'ls -ln'; fi
# shellcheck disable=SC2010,SC2012
ls "$o" /* /opt/* /srv/* /home/* /usr/local/* /var/www/* /var/lib/* /var/opt/* 2>/dev/null | grep '^ls\|^l'
true
