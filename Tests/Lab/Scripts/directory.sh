# The lab's directory: a domain controller on dc1, a file server that is its member on filer. Needs functions.sh.
directory=$lab/directory

# in_domain HOST COMMAND…: as `on`, with a /run/samba of the host's own: winbind's clients have that path built in.
in_domain() {
    local host=$1
    shift
    on "$host" bash -c 'mount --bind "$0" /run/samba && exec "$@"' $directory/"$host"/run "$@"
}

run_domain_daemon() {
    local host=$1 name=$2
    shift 2
    run_as_daemon "$host" $directory/"$host"/"$name" \
        bash -c 'mount --bind "$0" /run/samba && exec "$@"' $directory/"$host"/run "$@"
}

# domain_processes HOST: those of the domain controller or its member, parents and children.
domain_processes() {
    local process
    for process in $(ip netns pids "$1"); do
        case $(cat /proc/"$process"/comm 2>/dev/null) in
        samba* | smbd* | winbindd* | wb* | rpcd_* | kdc* | ldap* | dns* | tfork*) echo "$process" ;;
        esac
    done
}

# stop_domain_host HOST: asks the servers of a host to end, as what they keep has to be whole.
stop_domain_host() {
    # More than once: one that is asked may just then have started another.
    have_ended() {
        local processes
        processes=$(domain_processes "$1")
        [ -n "$processes" ] || return 0
        kill -TERM $processes 2>/dev/null || true
        return 1
    }
    within "the end of the servers on $1" have_ended "$1"
}

start_controller() {
    run_domain_daemon dc1 samba samba --foreground --no-process-group -s $directory/dc1/etc/smb.conf
    local port
    for port in 53 88 135 389 445; do patience=30 within "port $port of the domain controller" listens dc1 $port; done
}

# change_controller: starts the domain controller anew with its settings and those on standard input, which win.
change_controller() {
    cat >$directory/dc1/changes.conf
    stop_domain_host dc1
    start_controller
    await_domain
}

start_winbind() {
    run_domain_daemon filer winbindd winbindd --foreground --no-process-group -s $directory/filer/smb.conf
    await_domain
}

# await_domain: filer and its domain talk with each other; after a silence either may want some seconds first.
await_domain() {
    talks() { in_domain filer wbinfo --ping-dc >/dev/null 2>&1; }
    patience=30 within "the domain's answer to filer" talks
}

stop_winbind() {
    local process
    for process in $(domain_processes filer); do
        case $(cat /proc/"$process"/comm 2>/dev/null) in winbindd* | wb*) kill -KILL "$process" 2>/dev/null || true ;; esac
    done
    end_daemon $directory/filer/winbindd
}

start_member() {
    start_winbind
    run_domain_daemon filer smbd smbd -F --no-process-group -s $directory/filer/smb.conf
    within "smbd on filer" listens filer 445
}

# provision_controller REALM DOMAIN ADDRESS PASSWORD: an empty domain.
provision_controller() {
    local folder=$directory/dc1 realm=$1 domain=$2 address=$3 password=$4 option options=()
    mkdir -p $folder/run
    printf '[global]\n  realm = %s\n  workgroup = %s\n' "$realm" "$domain" >$folder/base.conf
    while IFS= read -r option; do options+=("--option=$option"); done <<TEXT
interfaces = lo e0
bind interfaces only = yes
disable netbios = yes
pid directory = $folder/run
ncalrpc dir = $folder/ncalrpc
ntp signd socket directory = $folder/ntp
logging = file
log file = $folder/log.%m
log level = 1
max log size = 0
disable spoolss = yes
load printers = no
printcap name = /dev/null
TEXT
    on dc1 samba-tool domain provision --configfile=$folder/base.conf --targetdir=$folder --host-name=dc1 \
        --host-ip="$address" --realm="$realm" --domain="$domain" --adminpass="$password" --server-role=dc \
        --dns-backend=SAMBA_INTERNAL --use-rfc2307 "${options[@]}" >$folder/provision.log 2>&1 || {
        tail -n 5 $folder/provision.log >&2
        return 1
    }
    # It would ask itself for all that it does not know.
    sed -i '/dns forwarder/d' $folder/etc/smb.conf
    : >$folder/changes.conf
    printf '[global]\n  include = %s\n' $folder/changes.conf >>$folder/etc/smb.conf
}

# change_accounts: changes the domain's accounts as standard input says; see directory-accounts.py.
change_accounts() {
    on dc1 python3 $lab/directory-accounts.py $directory/dc1/etc/smb.conf $directory/dc1/private/sam.ldb
}

# join_domain USER%PASSWORD: makes filer a member. A controller that listens is not yet one that answers everything.
join_domain() {
    joins() {
        in_domain filer net ads join -s $directory/filer/smb.conf -U "$1" --no-dns-updates >$directory/filer/join.log 2>&1
    }
    patience=30 within "filer's place in the domain" joins "$1" || {
        cat $directory/filer/join.log >&2
        return 1
    }
}

# add_name NAME TYPE VALUE USER%PASSWORD: to the domain's names.
add_name() {
    local domain
    domain=$(on dc1 hostname --domain)
    on dc1 samba-tool dns add dc1."$domain" "$domain" "$1" "$2" "$3" -U "$4" -s $directory/dc1/etc/smb.conf >/dev/null
}

# lock_account DOMAIN/USER SERVER: tries wrong passwords until the account is locked.
lock_account() {
    is_locked() { [[ $(on campus smbclient -U "$1%wrong" "//$2/all" -c ls 2>&1) == *ACCOUNT_LOCKED_OUT* ]]; }
    within "the lock of $1" is_locked "$@"
}

# write_keytab PRINCIPAL PASSWORD FILE: the keys that follow from the password, as their owner keeps them.
write_keytab() {
    rm -f "$3"
    (umask 077 && printf 'add_entry -password -p %s -k 1 -e aes256-cts-hmac-sha1-96\n%s\nwrite_kt "%s"\n' "$@" \
        | ktutil >/dev/null)
    test -s "$3"
}

# change_domain_clock [OFFSET]: starts the domain's servers anew with clocks that are wrong by so much, such as +10m.
change_domain_clock() {
    local host library
    library=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1)
    # What a host sees in its place has to have a place.
    touch /etc/ld.so.preload /etc/faketimerc
    for host in dc1 filer; do
        stop_domain_host $host
        rm -f /etc/netns/$host/{ld.so.preload,faketimerc}
        if [ -n "${1:-}" ]; then
            echo "$1" >/etc/netns/$host/faketimerc
            echo "$library" >/etc/netns/$host/ld.so.preload
        fi
    done
    start_controller
    start_member
}

# keep_directory STORE: the domain is there when this ends, and its servers are not; from a copy if there is one that was
# made by the same words. What the servers keep has attributes that Unix does not.
keep_directory() {
    local key copy
    key=$({ cat $lab/directory.sh $lab/directory-accounts.py; declare -f make_directory; smbd --version; } | sha256sum)
    copy=$1/directory-${key:0:16}.tar
    if [ -f "$copy" ]; then
        mkdir -p $directory
        tar --extract --file="$copy" --directory=$directory --xattrs --xattrs-include='*' --acls
    else
        make_directory
        stop_domain_host filer
        stop_domain_host dc1
        mkdir -p "$1"
        tar --create --file="$copy.$$" --directory=$directory --xattrs --xattrs-include='*' --acls --sparse \
            --exclude='log.*' --exclude='*.log' --exclude='*/run/*' --warning=no-file-ignored .
        rm -f "$1"/directory-*.tar
        mv "$copy.$$" "$copy"
    fi
}
