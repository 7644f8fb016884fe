// The header of c-ares brings the system's `in_addr` along, and Swift may take it for the owner.
internal import CAres
internal import Glibc
internal import StorageModel

/// An address and a port in the form that system calls take and give.
struct SocketAddress {
    private(set) var storage = sockaddr_storage()
    private(set) var length = socklen_t(0)

    /// `AF_INET` or `AF_INET6`.
    var family: Int32 { Int32(storage.ss_family) }

    init(_ address: IPAddress, port: UInt16) {
        switch address.family {
        case .ipv4:
            var inner = sockaddr_in()
            inner.sin_family = sa_family_t(AF_INET)
            inner.sin_port = port.bigEndian
            inner.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.bits).bigEndian
            store(inner)
        case .ipv6:
            var inner = sockaddr_in6()
            inner.sin6_family = sa_family_t(AF_INET6)
            inner.sin6_port = port.bigEndian
            unsafe withUnsafeMutableBytes(of: &inner.sin6_addr) { bytes in
                unsafe bytes.storeBytes(of: address.bits.bigEndian, as: UInt128.self)
            }
            store(inner)
        }
    }

    /// The address of this end of a socket; nil when it has none.
    init?(ofThisEnd descriptor: Int32) {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe getsockname(descriptor, pointer, &length)
            }
        }
        guard result == 0 else { return nil }
    }

    /// A copy of an address that a library made; nil when it is larger than any.
    init?(copying bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= MemoryLayout<sockaddr_storage>.size else { return nil }
        length = socklen_t(bytes.count)
        unsafe withUnsafeMutableBytes(of: &storage) { storage in unsafe storage.copyMemory(from: bytes) }
    }

    /// The address without the port; nil when it is of another family than the Internet Protocol's.
    var address: IPAddress? {
        let copy = storage
        return unsafe withUnsafeBytes(of: copy) { bytes in
            switch family {
            case AF_INET:
                return unsafe IPAddress(ipv4: UInt32(bigEndian: bytes.load(fromByteOffset: 4, as: UInt32.self)))
            case AF_INET6:
                let bits = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt128.self)
                return IPAddress(ipv6: UInt128(bigEndian: bits))
            default: return nil
            }
        }
    }

    /// Lends the address to a system call.
    func lend<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        unsafe withUnsafePointer(to: storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
        }
    }

    private mutating func store<Inner>(_ inner: Inner) {
        length = socklen_t(MemoryLayout<Inner>.size)
        unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            unsafe withUnsafeBytes(of: inner) { unsafe bytes.copyMemory(from: $0) }
        }
    }
}
