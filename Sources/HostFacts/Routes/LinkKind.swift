internal import StorageModel

/// What the kernel says of a network interface, from which follows what it is.
struct LinkKind {
    /// The kind of hardware (`ARPHRD_…` of linux/if_arp.h).
    var hardware: UInt16
    /// The driver of a virtual interface (`IFLA_INFO_KIND`); nil for a real one.
    var driver: String?
    /// What the driver says that the interface is, such as `wlan`; asked only when it matters.
    var deviceType: () -> String?

    private static let ether: UInt16 = 1
    private static let ppp: UInt16 = 512
    private static let rawIP: UInt16 = 519
    private static let loopback: UInt16 = 772
    private static let encapsulations: Set<UInt16> = [768, 769, 776, 778, 823]
    private static let wireless: ClosedRange<UInt16> = 801...803
    private static let none: UInt16 = 0xFFFE

    /// What it is.
    var kind: InterfaceKind {
        if hardware == Self.loopback { return .loopback }
        if let tunnel { return .tunnel(tunnel) }
        if Self.wireless.contains(hardware) { return .wireless }
        guard hardware == Self.ether || hardware == Self.rawIP else { return .other }
        switch driver {
        case nil:
            switch deviceType() {
            case "wlan": return .wireless
            case "wwan": return .mobile
            case "bridge": return .other
            default: return hardware == Self.rawIP ? .mobile : .ethernet
            }
        // What passes frames on to a cable, and the ends of cables between containers.
        case "veth", "vlan", "bond", "team", "macvlan", "macvtap", "ipvlan", "ipvtap", "macsec", "netkit", "dsa":
            return .ethernet
        default: return .other
        }
    }

    private var tunnel: InterfaceKind.Tunnel? {
        switch driver {
        case "tun": return hardware == Self.ether ? .tap : .tun
        case "wireguard", "amneziawg": return .wireguard
        case "ppp": return .ppp
        case "xfrm", "vti", "vti6": return .ipsec
        case "ipip", "sit", "gre", "gretap", "ip6tnl", "ip6gre", "ip6gretap", "erspan", "ip6erspan":
            return .encapsulated
        default: break
        }
        switch hardware {
        case Self.ppp: return .ppp
        case Self.none: return driver == nil ? .tun : nil
        case let hardware where Self.encapsulations.contains(hardware): return .encapsulated
        default: return nil
        }
    }
}
