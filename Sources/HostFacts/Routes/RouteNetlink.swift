/// Numbers of the kernel's messages about its network, as linux/netlink.h and linux/rtnetlink.h define them.
///
/// They are part of the kernel's interface to programs and never change. They stand here because a C module of ours that
/// includes those headers next to Glibc's module makes it a matter of luck which of the two a declaration is taken from.
enum RouteNetlink {
    /// The protocol of the socket (`NETLINK_ROUTE`).
    static let socketProtocol: Int32 = 0

    /// Flags of a message's header.
    enum Flag {
        static let request: UInt16 = 0x1
        /// The state changed while it was listed.
        static let isInconsistent: UInt16 = 0x10
        /// All there are of a kind (`NLM_F_ROOT` and `NLM_F_MATCH`).
        static let all: UInt16 = 0x300
    }

    /// Types of messages.
    enum Message {
        static let error: UInt16 = 2
        static let done: UInt16 = 3
        static let newLink: UInt16 = 16
        static let getLink: UInt16 = 18
        static let newAddress: UInt16 = 20
        static let getAddress: UInt16 = 22
        static let newRoute: UInt16 = 24
        static let getRoute: UInt16 = 26
    }

    /// Types of routes (`RTN_…`).
    enum RouteType {
        static let local: UInt8 = 2
        static let blackhole: UInt8 = 6
        static let unreachable: UInt8 = 7
        static let prohibit: UInt8 = 8
        static let `throw`: UInt8 = 9
    }

    /// Attributes of routes (`RTA_…`, `RTAX_…`).
    enum RouteAttribute {
        static let destination: UInt16 = 1
        static let interface: UInt16 = 4
        static let gateway: UInt16 = 5
        static let preferredSource: UInt16 = 7
        static let metrics: UInt16 = 8
        static let table: UInt16 = 15
        static let via: UInt16 = 18
        static let transport: UInt16 = 27
        static let destinationPort: UInt16 = 29
        /// Within the metrics: the largest packet.
        static let largestPacket: UInt16 = 2
        /// A flag of the question: the answer names the table that has the route (`RTM_F_LOOKUP_TABLE`).
        static let namesTable: UInt32 = 0x1000
    }

    /// Attributes of interfaces (`IFLA_…`).
    enum LinkAttribute {
        static let name: UInt16 = 3
        static let largestPacket: UInt16 = 4
        static let driver: UInt16 = 18
        static let carrier: UInt16 = 33
        /// Within what is told of the driver: its name.
        static let driverName: UInt16 = 1
        /// Flags of an interface (netdevice(7)): it is switched on.
        static let isUp: UInt32 = 0x1
        /// It has a connection.
        static let hasLowerLayer: UInt32 = 0x10000
    }

    /// Attributes of addresses (`IFA_…`).
    enum AddressAttribute {
        static let address: UInt16 = 1
        static let local: UInt16 = 2
    }
}
