/// The ways into the lab's campus from outside.
public enum LabGateways {
    /// The VPN gateway's name, which the whole world knows.
    public static let vpn = "vpn.\(LabHost.domain)"
    /// The name of the computer for Remote Desktop, which the whole world knows.
    public static let remoteDesktop = "rdp.\(LabHost.domain)"
    /// The addresses that clients have in the VPN.
    public static let vpnBlock = "198.18.0.0/24"
    /// The interface that clients have in the VPN.
    static let tunnel = "tun0"
    static let user = "anna"
    static let password = "pw-anna"
    static let folder = "/run/lab/gateways"
}
