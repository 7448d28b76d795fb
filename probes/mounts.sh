#!/bin/sh
# probe: mounts
# title: File systems that are mounted or configured to be, how large those on the host's own disks are, exports.
# why: A shared file system can move with the program, a local one has to be copied; both decide the kind of volume.
# reads: /proc/mounts, /etc/fstab, maps of the automounter, mount units of the administrator, /etc/exports, shares in
#   /etc/samba/smb.conf; df of local file systems only, so that a server that is gone hangs nobody.
# without-root: maps and shares that only root may read.
# phase: 1

#: command mounted max=256k
cat /proc/mounts

#: files configured privileged max=64k
file /etc/fstab /etc/auto.master /etc/auto_master /etc/autofs/auto.master /etc/auto.* /etc/auto.master.d/* \
  /etc/autofs/auto.* /etc/systemd/system/*.mount /etc/systemd/system/*.automount

#: files exported privileged max=64k
uncommented /etc/exports /etc/exports.d/*.exports /etc/samba/smb.conf

#: command sizes limit=10 max=64k
# One at a time: df without arguments asks every file system, those of servers too.
seen=$NL
while read -r _ mount type _; do
  case $type in
    ext[234] | xfs | btrfs | zfs | jfs | reiserfs | f2fs | overlay | aufs | tmpfs | vfat | msdos | ntfs* | ufs | simfs | ubifs | jffs2 | \
      rootfs | vxfs | bcachefs | nilfs2 | exfat | iso9660 | udf | erofs | squashfs | unionfs) ;;
    *) continue ;;
  esac
  # What stands in the table with escapes has odd characters in its name.
  case $mount in *\\* | /proc/* | /sys/* | /dev | /run/user/* | /run/credentials/*) continue ;; esac
  case $seen in *"$NL$mount$NL"*) continue ;; esac
  seen=$seen$mount$NL
  remote "$mount" && continue
  [ -d "$mount" ] || continue
  df -P -k "$mount" 2>/dev/null | sed '1d'
done </proc/mounts
true
