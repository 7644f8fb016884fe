# The first process of the lab's sandbox: makes private copies of what the lab changes, and lives as long as its starter.
# When it ends, the kernel ends every process in the sandbox, and its namespaces and mounts vanish with them.
set -euo pipefail
{
    # Nothing that is mounted in here is seen outside; what is mounted later is seen in the hosts' own mount namespaces.
    mount --make-rprivate /
    mount -t tmpfs -o mode=755 lab /run
    mount --make-rshared /run
    mkdir -p /run/netns /run/lock /run/samba /run/lab/{hosts,uts,home,etc}
    cp -a /etc/. /run/lab/etc
    mount --bind /run/lab/etc /etc
    # A name server that is asked through a link into the old /run would be gone.
    rm -f /etc/resolv.conf
    : >/etc/resolv.conf
    # What a program in here leaves in shared memory goes with it.
    mount -t tmpfs lab /dev/shm
    # Samba's programs share caches of the whole machine, which must neither be read nor written.
    for folder in /var/lib/samba /var/cache/samba /var/log/samba; do
        if [ -d $folder ]; then mount -t tmpfs -o mode=755 lab $folder; fi
    done
} </dev/null
echo ready
# The other end is held by the starter, and closed by the kernel however the starter ends.
read -r _ || true
