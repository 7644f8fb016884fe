public import StorageModel

/// Asks the kernel for its network interfaces and their addresses (rtnetlink(7)).
public enum InterfaceReader {
    private typealias Link = RouteNetlink.LinkAttribute

    /// The fixed parts of answers about interfaces and addresses (`struct ifinfomsg`, `struct ifaddrmsg`).
    private static let linkLength = 16
    private static let addressLength = 8

    /// The interfaces, in the kernel's order.
    public static func all(until deadline: ContinuousClock.Instant) -> HostReading<[NetworkInterface]> {
        switch interfaces(until: deadline) {
        case .known(let interfaces): .known(interfaces.sorted { $0.key < $1.key }.map(\.value))
        case .unknown(let obstacle): .unknown(obstacle)
        }
    }

    /// The interfaces by their numbers.
    static func interfaces(until deadline: ContinuousClock.Instant) -> HostReading<[Int32: NetworkInterface]> {
        do throws(NetlinkSocket.Failure) {
            var socket = try NetlinkSocket()
            let links = try socket.ask(
                RouteNetlink.Message.getLink, all: true, fixed: [UInt8](repeating: 0, count: linkLength),
                until: deadline)
            let addresses = try socket.ask(
                RouteNetlink.Message.getAddress, all: true, fixed: [UInt8](repeating: 0, count: addressLength),
                until: deadline)
            var interfaces: [Int32: NetworkInterface] = [:]
            for link in links {
                guard let (index, interface) = Self.interface(in: link, deviceType: deviceType) else { continue }
                interfaces[index] = interface
            }
            for message in addresses {
                guard let (index, address) = Self.address(in: message) else { continue }
                interfaces[index]?.addresses.append(address)
            }
            return .known(interfaces)
        } catch {
            return .unknown(error.obstacle)
        }
    }

    /// Reads an interface and its number; nil when the message is about something else.
    static func interface(
        in message: NetlinkMessage, deviceType: @escaping (String) -> String?
    ) -> (index: Int32, interface: NetworkInterface)? {
        guard message.type == RouteNetlink.Message.newLink, let hardware = message.payload.number(UInt16.self, at: 2),
            let index = message.payload.number(Int32.self, at: 4),
            let flags = message.payload.number(UInt32.self, at: 8)
        else { return nil }
        let attributes = message.attributes(after: linkLength)
        guard let name = attributes.text(Link.name) else { return nil }
        let hasLowerLayer = flags & Link.hasLowerLayer != 0
        let link = LinkKind(
            hardware: hardware, driver: attributes.nested(Link.driver).text(Link.driverName),
            deviceType: { deviceType(name) })
        let interface = NetworkInterface(
            name: name, kind: link.kind, isUp: flags & Link.isUp != 0,
            hasCarrier: attributes.number(Link.carrier, as: UInt8.self).map { $0 != 0 } ?? hasLowerLayer,
            largestPacket: Int(attributes.number(Link.largestPacket, as: UInt32.self) ?? 0), addresses: [])
        return (index, interface)
    }

    /// Reads an address and its interface's number; nil when the message is about something else.
    static func address(in message: NetlinkMessage) -> (index: Int32, address: NetworkInterface.Address)? {
        guard message.type == RouteNetlink.Message.newAddress, let length = message.payload.number(UInt8.self, at: 1),
            let index = message.payload.number(Int32.self, at: 4)
        else { return nil }
        let attributes = message.attributes(after: addressLength)
        // On a link between two, the one is the address of the other end.
        let network = attributes[RouteNetlink.AddressAttribute.address].flatMap { IPAddress(octets: $0) }
        let own = attributes[RouteNetlink.AddressAttribute.local].flatMap { IPAddress(octets: $0) } ?? network
        guard let own, let neighbours = AddressBlock(around: network ?? own, prefixLength: Int(length)) else {
            return nil
        }
        return (index, NetworkInterface.Address(address: own, neighbours: neighbours))
    }

    /// What a driver says that an interface is, such as `wlan`; nil when it does not say.
    ///
    /// `/sys` shows the interfaces of the network that it was mounted for, which in a container may be another one.
    private static func deviceType(of name: String) -> String? {
        guard !name.contains("/"), name != ".", name != "..",
            let text = try? BoundedFile.read(HostPath("/sys/class/net/\(name)/uevent"), limit: 64 << 10)
        else { return nil }
        return deviceType(inEvent: text)
    }

    /// Reads the line `DEVTYPE=` of a device's event file.
    static func deviceType(inEvent text: [UInt8]) -> String? {
        let key = Array("DEVTYPE=".utf8)
        return text.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: key) }
            .map { String(decoding: $0.dropFirst(key.count), as: UTF8.self) }
    }
}
