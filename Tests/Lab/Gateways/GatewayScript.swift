/// The script that starts the ways in from outside.
struct GatewayScript {
    private let folder = LabGateways.folder

    /// The whole text, for bash.
    var text: String {
        """
        mkdir -p \(folder) /run/xrdp
        make_certificates \(LabGateways.vpn) \(LabGateways.remoteDesktop)
        cat >\(folder)/ocserv.conf <<'TEXT'
        \(vpnSettings)
        TEXT
        printf '%s\\n%s\\n' \(LabGateways.password) \(LabGateways.password) \
        | ocpasswd -c \(folder)/ocserv.passwords \(LabGateways.user)
        cat >\(folder)/xrdp.ini <<'TEXT'
        \(remoteDesktopSettings)
        TEXT
        start_vpn_gateway
        start_remote_desktop
        """
    }

    // Clients get a way to the campus alone, and ask its name server; all else goes as it did.
    private var vpnSettings: String {
        """
        auth = "plain[passwd=\(folder)/ocserv.passwords]"
        listen-host = \(LabHost.gatewayOutside)
        tcp-port = 443
        udp-port = 443
        run-as-user = nobody
        run-as-group = nogroup
        socket-file = \(folder)/ocserv.socket
        server-cert = \(folder)/certificate.pem
        server-key = \(folder)/key.pem
        isolate-workers = false
        use-occtl = false
        device = vpns
        predictable-ips = true
        ipv4-network = \(LabGateways.vpnBlock)
        dns = \(LabHost.resolver.address)
        route = \(LabHost.campusBlock)
        cisco-client-compat = true
        dpd = 60
        keepalive = 300
        """
    }

    private var remoteDesktopSettings: String {
        """
        [Globals]
        ini_version=1
        fork=true
        port=tcp://:3389
        security_layer=negotiate
        certificate=\(folder)/certificate.pem
        key_file=\(folder)/key.pem
        ssl_protocols=TLSv1.2, TLSv1.3

        [Logging]
        LogFile=\(folder)/xrdp-sessions.log
        LogLevel=INFO
        EnableSyslog=false
        """
    }
}
