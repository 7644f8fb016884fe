/// What a network interface is.
public enum InterfaceKind: Hashable, Sendable {
    /// A cable, or a virtual machine's or container's end of one.
    case ethernet
    /// A wireless network (WLAN).
    case wireless
    /// A mobile network.
    case mobile
    /// The way into another network, as a VPN makes it.
    case tunnel(Tunnel)
    /// This computer itself.
    case loopback
    /// Anything else, such as a bridge between virtual machines.
    case other

    /// How packets get into a tunnel.
    public enum Tunnel: String, CaseIterable, Sendable {
        /// A program takes them from a `tun` device: OpenVPN, OpenConnect and most others.
        case tun
        /// A program takes whole Ethernet frames from a `tap` device; virtual machines use it as well.
        case tap
        /// The kernel's WireGuard.
        case wireguard
        /// Point-to-point protocol (RFC 1661), as PPTP, L2TP and SSTP use it; some DSL and mobile lines do, too.
        case ppp
        /// IPsec with an interface of its own (xfrm or vti).
        case ipsec
        /// IP in IP, GRE and the like.
        case encapsulated
    }

    /// Whether traffic through it leaves this computer wrapped into other traffic, as with a VPN.
    public var isTunnel: Bool {
        if case .tunnel = self { true } else { false }
    }

    /// The kind as a stable word, such as `wireguard` or `ethernet`.
    public var id: String {
        switch self {
        case .ethernet: "ethernet"
        case .wireless: "wireless"
        case .mobile: "mobile"
        case .tunnel(let tunnel): tunnel.rawValue
        case .loopback: "loopback"
        case .other: "other"
        }
    }
}
