#!/bin/bash
# desktop-session.sh FOLDER PROGRAM INVENTORY: a desktop session that has opened two shares of a file server as GNOME does, and what
# the program says of its mounts: first as they are, then while the server hangs. Runs in namespaces of its own, as root.
set -euo pipefail
self=$(readlink -f "$0") folder=$1 program=$2 inventory=$3

if [ "${4:-}" = session ]; then
    gdbus wait --session --activate org.gtk.vfs.Daemon --timeout 20 org.gtk.vfs.Daemon >&2
    mkdir -p "$XDG_RUNTIME_DIR/gvfs"
    if ! grep -q gvfsd-fuse /proc/self/mountinfo; then /usr/libexec/gvfsd-fuse "$XDG_RUNTIME_DIR/gvfs" -f >&2 & fi
    for share in groups grops; do timeout 30 gio mount -a "smb://istsmb3.ist.ac.at/$share" >&2; done
    for _ in $(seq 100); do
        [ "$(ls "$XDG_RUNTIME_DIR/gvfs" | wc -l)" = 2 ] && break
        sleep 0.1
    done
    "$program" mounts --inventory "$inventory" --format jsonl || true
    kill -STOP $SERVERS $(pgrep -P "$SERVERS")
    "$program" mounts --inventory "$inventory" --format jsonl || true
    kill -CONT $SERVERS $(pgrep -P "$SERVERS")
    exit
fi

ip link set lo up
mkdir -p /run/user/0 "$folder"/{share,private,lock,run,home}
mount -t tmpfs tmpfs /run/user/0
chmod 700 /run/user/0
chmod 755 "$folder" "$folder/share"
{ cat /etc/hosts; echo '127.88.0.1 istsmb3.ist.ac.at'; } >"$folder/hosts"
mount --bind "$folder/hosts" /etc/hosts
cat >"$folder/smb.conf" <<SETTINGS
[global]
 server role = standalone
 map to guest = Bad User
 interfaces = 127.88.0.1/8
 bind interfaces only = yes
 private dir = $folder/private
 lock directory = $folder/lock
 state directory = $folder/lock
 cache directory = $folder/lock
 pid directory = $folder/run
 log file = $folder/log
 disable netbios = yes
[groups]
 path = $folder/share
 guest ok = yes
[grops]
 path = $folder/share
 guest ok = yes
SETTINGS
/usr/sbin/smbd --foreground --no-process-group -s "$folder/smb.conf" >&2 &
SERVERS=$!
for _ in $(seq 50); do
    (exec 3<>/dev/tcp/127.88.0.1/445) 2>/dev/null && break
    sleep 0.2
done
export SERVERS XDG_RUNTIME_DIR=/run/user/0 HOME=$folder/home
cd /
dbus-run-session -- bash "$self" "$folder" "$program" "$inventory" session
