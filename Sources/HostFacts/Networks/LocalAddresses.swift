import Glibc
import StorageModel

/// The addresses of this machine.
public struct LocalAddresses: Hashable, Sendable {
    /// Kinds of addresses that say nothing about the network this machine is in.
    public struct Kinds: OptionSet, Hashable, Sendable {
        /// The kinds as bits.
        public let rawValue: Int

        /// Kinds from bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Addresses of the machine itself, such as 127.0.0.1.
        public static let loopback = Kinds(rawValue: 1)

        /// Addresses valid on one link only, such as fe80::1.
        public static let linkLocal = Kinds(rawValue: 2)
    }

    /// The addresses, sorted by interface and address, without repetition.
    public let addresses: [LocalAddress]

    /// The addresses among `addresses` but loopback and link-local ones, unless their kind is in `kinds`.
    public init(_ addresses: some Sequence<LocalAddress>, including kinds: Kinds = []) {
        self.addresses = Set(addresses)
            .filter { kinds.contains(.loopback) || !$0.address.isLoopback }
            .filter { kinds.contains(.linkLocal) || !$0.address.isLinkLocal }
            .sorted()
    }

    /// Asks the system for the addresses of all interfaces that are up; sends nothing to the network.
    public static func current(including kinds: Kinds = []) throws(LocalAddressesError) -> LocalAddresses {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard unsafe getifaddrs(&list) == 0 else { throw LocalAddressesError(errorNumber: .last) }
        defer { unsafe freeifaddrs(list) }
        var addresses: [LocalAddress] = []
        var next = unsafe list
        while let entry = unsafe next?.pointee {
            unsafe next = entry.ifa_next
            guard
                unsafe entry.ifa_flags & UInt32(IFF_UP) != 0,
                let name = unsafe entry.ifa_name,
                let socketAddress = unsafe entry.ifa_addr,
                let address = unsafe IPAddress(socketAddress)
            else { continue }
            addresses.append(LocalAddress(interface: unsafe String(cString: name), address: address))
        }
        return LocalAddresses(addresses, including: kinds)
    }
}

extension IPAddress {
    /// The address in a socket address; nil when its family is neither IPv4 nor IPv6.
    @unsafe
    fileprivate init?(_ socketAddress: UnsafePointer<sockaddr>) {
        let raw = unsafe UnsafeRawPointer(socketAddress)
        switch CInt(unsafe socketAddress.pointee.sa_family) {
        case AF_INET:
            let bits = unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
            self.init(ipv4: UInt32(bigEndian: bits))
        case AF_INET6:
            let address = unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            let bits = unsafe withUnsafeBytes(of: address) { unsafe $0.loadUnaligned(as: UInt128.self) }
            self.init(ipv6: UInt128(bigEndian: bits))
        default:
            return nil
        }
    }
}
