internal import CAres
internal import Glibc
internal import StorageModel

/// The one owner of a channel of c-ares, on which questions about names are asked.
@safe struct AresChannel: ~Copyable {
    /// Where an answer may come from.
    enum Source: String {
        /// The table of hosts, hosts(5).
        case hostsFile = "f"
        /// The name servers, resolv.conf(5).
        case nameServers = "b"
    }

    /// The answer to one question.
    struct Answer {
        /// `ARES_SUCCESS`, or why there are no addresses.
        var status: Int32
        /// The addresses in the order of the answer.
        var addresses: [IPAddress]
    }

    /// A question, and later its answer.
    final class Question {
        fileprivate(set) var answer = Answer(status: ARES_ECANCELLED, addresses: [])
        fileprivate(set) var isDone = false
    }

    private let channel: OpaquePointer

    /// How long a name server is waited for before the next one, or the same one again, is asked; in milliseconds.
    private static let timePerServer: Int32 = 1_000
    private static let tries: Int32 = 3
    private static let isReady = ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS

    /// Opens a channel with this computer's settings; nil when they cannot be read.
    init?(asking source: Source) {
        guard Self.isReady else { return nil }
        var made: OpaquePointer?
        let status = unsafe source.rawValue.withCString { lookups in
            var options = unsafe ares_options()
            unsafe options.timeout = Self.timePerServer
            unsafe options.tries = Self.tries
            unsafe options.lookups = UnsafeMutablePointer(mutating: lookups)
            return unsafe ares_init_options(
                &made, &options, ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS)
        }
        guard status == ARES_SUCCESS, let made = unsafe made else { return nil }
        unsafe channel = made
    }

    deinit {
        unsafe ares_destroy(channel)
    }

    /// Asks for the addresses of one family; the answer may be there at once.
    func begin(_ name: String, family: Int32) -> Question {
        let question = Question()
        var hints = ares_addrinfo_hints()
        hints.ai_family = family
        // The order of the answer is the server's wish, and nothing is sent to find a better one.
        hints.ai_flags = ARES_AI_NOSORT
        unsafe ares_getaddrinfo(
            channel, name, nil, &hints, takeAddresses, Unmanaged.passRetained(question).toOpaque())
        return question
    }

    /// The sockets that are waited for.
    var interests: [Interest] {
        var sockets = [ares_socket_t](repeating: 0, count: Int(ARES_GETSOCK_MAXNUM))
        let bits = unsafe ares_getsock(channel, &sockets, ARES_GETSOCK_MAXNUM)
        return sockets.enumerated().compactMap { index, socket in
            // ARES_GETSOCK_READABLE and ARES_GETSOCK_WRITABLE, which are macros.
            let reads = bits & (1 << index) != 0
            let writes = bits & (1 << (index + Int(ARES_GETSOCK_MAXNUM))) != 0
            return reads || writes ? Interest(descriptor: socket, reads: reads, writes: writes) : nil
        }
    }

    /// When a server that was asked is given up.
    var nextTimeout: ContinuousClock.Instant {
        var least = timeval(tv_sec: Int(Self.timePerServer) / 1_000, tv_usec: 0)
        var time = timeval()
        guard let chosen = unsafe ares_timeout(channel, &least, &time) else { return .now + .seconds(1) }
        return unsafe .now + .seconds(chosen.pointee.tv_sec) + .microseconds(chosen.pointee.tv_usec)
    }

    /// Reads what has arrived, and asks again what was not answered in time.
    /// - Parameter all: Whether to look at the sockets; else only at the clock.
    func process(all: Bool) {
        if all {
            for interest in interests {
                unsafe ares_process_fd(
                    channel, interest.reads ? interest.descriptor : ARES_SOCKET_BAD,
                    interest.writes ? interest.descriptor : ARES_SOCKET_BAD)
            }
        }
        unsafe ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD)
    }

    /// Ends all questions.
    func cancel() {
        unsafe ares_cancel(channel)
    }

    /// Whether this computer's settings name a server; without one the library asks this computer itself.
    var hasServers: Bool {
        guard let file = unsafe fopen("/etc/resolv.conf", "re") else { return false }
        defer { unsafe fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { unsafe free(line) }
        while unsafe getline(&line, &capacity, file) >= 0 {
            if let line = unsafe line, unsafe String(cString: line).hasPrefix("nameserver") { return true }
        }
        return false
    }

    fileprivate static func addresses(_ result: UnsafeMutablePointer<ares_addrinfo>?) -> [IPAddress] {
        var addresses: [IPAddress] = []
        var node = unsafe result?.pointee.nodes
        while let current = unsafe node {
            if let address = unsafe current.pointee.ai_addr {
                let length = unsafe Int(current.pointee.ai_addrlen)
                let bytes = unsafe UnsafeRawBufferPointer(start: address, count: length)
                if let address = unsafe SocketAddress(copying: bytes)?.address { addresses.append(address) }
            }
            unsafe node = current.pointee.ai_next
        }
        return addresses
    }
}

/// Keeps the answer to a question; c-ares calls it exactly once for each.
@c(wheretoshare_take_addresses)
func takeAddresses(
    _ argument: UnsafeMutableRawPointer?, _ status: Int32, _ timeouts: Int32,
    _ result: UnsafeMutablePointer<ares_addrinfo>?
) {
    defer { if let result = unsafe result { unsafe ares_freeaddrinfo(result) } }
    guard let argument = unsafe argument else { return }
    let question = unsafe Unmanaged<AresChannel.Question>.fromOpaque(argument).takeRetainedValue()
    question.answer = unsafe AresChannel.Answer(status: status, addresses: AresChannel.addresses(result))
    question.isDone = true
}
