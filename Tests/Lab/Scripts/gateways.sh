# The ways in from outside: a VPN gateway on firewall, Remote Desktop on terminal. Needs functions.sh.
gateways=$lab/gateways

# make_certificates NAME…: a certificate for all names, from an authority that everybody in the lab trusts.
make_certificates() {
    local names curve='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
    names=$(printf ',DNS:%s' "$@")
    # Words of openssl's own options, hence not quoted.
    openssl req -x509 $curve -keyout $gateways/authority-key.pem -out $gateways/authority.pem -days 30 \
        -subj '/CN=The lab' 2>/dev/null
    openssl req $curve -keyout $gateways/key.pem -out $gateways/request.pem -subj "/CN=$1" 2>/dev/null
    openssl x509 -req -in $gateways/request.pem -CA $gateways/authority.pem -CAkey $gateways/authority-key.pem \
        -CAcreateserial -days 30 -out $gateways/certificate.pem \
        -extfile <(echo "subjectAltName=${names#,}") 2>/dev/null
    # The lab's own copy of /etc.
    cat $gateways/authority.pem >>/etc/ssl/certs/ca-certificates.crt
}

start_vpn_gateway() {
    run_as_daemon firewall $gateways/ocserv ocserv --foreground --config $gateways/ocserv.conf \
        --pid-file $gateways/ocserv.number
    within "ocserv on firewall" listens firewall 443
}

start_remote_desktop() {
    run_as_daemon terminal $gateways/xrdp xrdp --nodaemon --config $gateways/xrdp.ini
    within "xrdp on terminal" listens terminal 3389
}

# vpn_up CLIENT GATEWAY USER PASSWORD: the client is in the VPN when this ends.
vpn_up() {
    echo "$4" >$gateways/password
    run_as_daemon "$1" $gateways/openconnect bash -c 'exec "$@" <"$0"' $gateways/password openconnect \
        --protocol=anyconnect --user="$3" --passwd-on-stdin --non-inter --no-dtls --interface=tun0 \
        --script="/bin/bash $lab/tunnel.sh $1" "$2"
    within "the VPN of $1" grep -q '^tunnel up' $gateways/openconnect.log || {
        cat $gateways/openconnect.log >&2
        return 1
    }
}

# vpn_down CLIENT: with the end of the program its interface goes, and all routes through it.
vpn_down() {
    end_daemon $gateways/openconnect
    restore_file "$1" resolv.conf
}
