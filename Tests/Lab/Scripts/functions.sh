# What the lab's set-up and its faults are made of. Everything runs inside the sandbox.
set -euo pipefail
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/run/lab/home
lab=/run/lab

# on HOST COMMAND…: runs a command on a host, with its network, its name, and its files of /etc.
on() {
    local host=$1
    shift
    nsenter --uts=$lab/uts/"$host" ip netns exec "$host" "$@"
}

# within WHAT COMMAND…: tries a command until it succeeds, and gives up after ten seconds, or as many as $patience says.
within() {
    local what=$1 end=$((SECONDS + ${patience:-10}))
    shift
    until "$@"; do
        if ((SECONDS >= end)); then
            echo "waited in vain for $what" >&2
            return 1
        fi
        sleep 0.02
    done
}

listens() { on "$1" ss -Hltnu "sport = :$2" | grep -q .; }
is_gone() { ! kill -0 "$1" 2>/dev/null; }

# run_as_daemon HOST FILE COMMAND…: starts a program on a host; FILE gets its process id, FILE.log what it says.
run_as_daemon() {
    local host=$1 file=$2
    shift 2
    # What an earlier one said must not be taken for this one's.
    : >"$file".log
    # A session of its own: whoever ran the script ends what is left of the script's. Callers wait for a sign of life,
    # so that none is ended before it has its session.
    setsid nsenter --uts=$lab/uts/"$host" ip netns exec "$host" "$@" </dev/null >>"$file".log 2>&1 &
    echo $! >"$file"
}

# end_daemon FILE: ends what run_as_daemon started, also when it is stopped or gone.
end_daemon() {
    [ -f "$1" ] || return 0
    local process
    process=$(cat "$1")
    kill -KILL "$process" 2>/dev/null || true
    within "the end of process $process" is_gone "$process"
    rm -f "$1"
}

# SMB servers.
start_server() {
    local host=$1 port
    run_as_daemon "$host" $lab/hosts/"$host"/smbd smbd -F --no-process-group -s $lab/hosts/"$host"/smb.conf
    port=$(sed -nE 's/^ *smb ports *= *([0-9]+).*/\1/p' $lab/hosts/"$host"/{smb,changes}.conf | tail -1)
    within "smbd on $host" listens "$host" "$port"
}

# The processes of Samba on a host, parents and children.
server_processes() {
    local process
    for process in $(ip netns pids "$1"); do
        case $(cat /proc/"$process"/comm 2>/dev/null) in smbd* | samba-* | rpcd_*) echo "$process" ;; esac
    done
}

stop_server() {
    local processes process
    processes=$(server_processes "$1")
    [ -n "$processes" ] || return 0
    kill -KILL $processes 2>/dev/null || true
    for process in $processes; do within "the end of smbd on $1" is_gone "$process"; done
}

# signal_server SIGNAL HOST: to the process that accepts connections.
signal_server() { kill -"$1" "$(cat $lab/hosts/"$2"/smbd)"; }

# signal_sessions SIGNAL HOST: to the processes that serve connections; there has to be one.
signal_sessions() {
    local parent process count=0
    parent=$(cat $lab/hosts/"$2"/smbd)
    for process in $(server_processes "$2"); do
        # smbd's own workers have other names: smbd-notifyd, smbd-cleanupd.
        if [ "$process" != "$parent" ] && [ "$(cat /proc/"$process"/comm 2>/dev/null)" = smbd ]; then
            kill -"$1" "$process"
            count=$((count + 1))
        fi
    done
    if ((count == 0)); then
        echo "nobody is connected to $2" >&2
        return 1
    fi
}

# change_settings HOST: starts the server anew with its settings and those on standard input, which come last and win.
change_settings() {
    cat >$lab/hosts/"$1"/changes.conf
    stop_server "$1"
    start_server "$1"
}

# reload_settings HOST: as change_settings, but sessions go on.
reload_settings() {
    cat >$lab/hosts/"$1"/changes.conf
    smbcontrol -s $lab/hosts/"$1"/smb.conf smbd reload-config
}

# The store behind a share: a FUSE file system, which can hang and die.
start_store() {
    local folder=$lab/hosts/$1
    # Nothing is remembered, so that its end is seen at once.
    setsid bindfs -f -o fsname=store,attr_timeout=0,entry_timeout=0 "$folder"/store "$folder"/shares/backend </dev/null >"$folder"/bindfs.log 2>&1 &
    echo $! >"$folder"/bindfs
    within "the store of $1" mountpoint -q "$folder"/shares/backend
}

stop_store() {
    end_daemon $lab/hosts/"$1"/bindfs
    umount -l $lab/hosts/"$1"/shares/backend 2>/dev/null || true
}

# Name servers.
start_names() {
    run_as_daemon "$1" $lab/hosts/"$1"/dnsmasq dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts \
        --addn-hosts=$lab/hosts/"$1"/names --servers-file=$lab/hosts/"$1"/forwards '--local=/#/' --user=root --pid-file= --log-facility=-
    within "dnsmasq on $1" listens "$1" 53
}

stop_names() { end_daemon $lab/hosts/"$1"/dnsmasq; }

# change_names HOST NAME: the name server knows of this name only what is on standard input, lines of 'ADDRESS NAME'.
change_names() {
    local folder=$lab/hosts/$1
    [ -f "$folder"/names.before ] || cp "$folder"/names "$folder"/names.before
    { grep -vw -- "$2" "$folder"/names.before || true; cat; } >"$folder"/names
    stop_names "$1"
    start_names "$1"
}

restore_names() {
    local folder=$lab/hosts/$1
    if [ -f "$folder"/names.before ]; then mv "$folder"/names.before "$folder"/names; fi
    stop_names "$1"
    start_names "$1"
}

# change_file HOST FILE: gives a host's file of /etc other content. It is written in place: what runs there has it mounted.
change_file() {
    local file=/etc/netns/$1/$2 before=$lab/hosts/$1/$2.before
    [ -f "$before" ] || cp "$file" "$before"
    cat >"$file"
}

restore_file() {
    local file=/etc/netns/$1/$2 before=$lab/hosts/$1/$2.before
    [ -f "$before" ] || return 0
    cat "$before" >"$file"
    rm "$before"
}

# filter HOST HOOK: packet filter rules from standard input, for what comes in, goes out, or passes through.
filter() {
    {
        printf 'add table inet fault\nadd chain inet fault %s { type filter hook %s priority 0; policy accept; }\n' "$2" "$2"
        sed "s/^/add rule inet fault $2 /"
    } | on "$1" nft -f -
}

unfilter() { printf 'add table inet fault\ndelete table inet fault\n' | on "$1" nft -f -; }

# serve HOST MODE [PORT]: a server that misbehaves; unserve ends it.
serve() {
    run_as_daemon "$1" $lab/hosts/"$1"/fault-server /usr/bin/python3 $lab/fault-server.py "$2" "${3:-445}"
    within "the fault server on $1" listens "$1" "${3:-445}"
}

unserve() { end_daemon $lab/hosts/"$1"/fault-server; }

# answer_names HOST MODE: a name server that misbehaves, in place of the other.
answer_names() {
    stop_names "$1"
    run_as_daemon "$1" $lab/hosts/"$1"/fault-names /usr/bin/python3 $lab/fault-names.py "$2"
    within "the fault name server on $1" listens "$1" 53
}

# hold HOST SERVER SHARE [FILE]: a session that stays, perhaps with a file open that nobody else may open meanwhile.
hold() {
    run_as_daemon "$1" $lab/hosts/"$1"/session /usr/bin/python3 $lab/hold-session.py "${@:2}"
    within "a session from $1 to $2" grep -q '^held' $lab/hosts/"$1"/session.log || {
        cat $lab/hosts/"$1"/session.log >&2
        return 1
    }
}

release() { end_daemon $lab/hosts/"$1"/session; }

for part in directory gateways; do . $lab/$part.sh; done
