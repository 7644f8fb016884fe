/// Faults of the ways in from outside; they need the gateways.
extension Fault {
    static var gatewayFaults: [Fault] { [vpnGatewayStopped(), remoteDesktopStopped()] }

    /// Nothing listens where the VPN gateway was.
    public static func vpnGatewayStopped() -> Fault {
        Fault(
            "vpn-gateway-stopped", cause: "tcp-refused", at: .firewall, "the VPN gateway is stopped",
            Change(apply: "end_daemon $gateways/ocserv", undo: "end_daemon $gateways/ocserv; start_vpn_gateway"))
    }

    /// Nothing listens where Remote Desktop was.
    public static func remoteDesktopStopped() -> Fault {
        Fault(
            "remote-desktop-stopped", cause: "tcp-refused", at: .terminal, "Remote Desktop is stopped",
            Change(apply: "end_daemon $gateways/xrdp", undo: "end_daemon $gateways/xrdp; start_remote_desktop"))
    }
}
