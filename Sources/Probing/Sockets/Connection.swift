internal import Glibc
internal import StorageModel

/// An open TCP connection; it is closed when its owner lets go of it.
struct Connection: ~Copyable, Sendable {
    private let descriptor: Descriptor
    private let loop: EventLoop

    /// The address that is connected.
    let address: IPAddress

    /// Opens a connection.
    /// - Throws: `outcome` when there is none at the deadline or earlier, and `cancelled` when the task was.
    static func open(
        to address: IPAddress, port: UInt16, on loop: EventLoop, until deadline: ContinuousClock.Instant
    ) async throws(ConnectionFailure) -> Connection {
        let target = SocketAddress(address, port: port)
        let descriptor: Descriptor
        do {
            descriptor = try await Descriptor(family: target.family, kind: SOCK_STREAM, in: loop.places)
        } catch {
            switch error {
            case .cancelled: throw .cancelled
            // The kernel knows nothing of this version of the protocol, so it knows no way either.
            case .failed(errno: EAFNOSUPPORT): throw .outcome(.noRoute)
            case .failed(let errno): throw .outcome(.failed(errno: errno))
            }
        }
        ErrorReport.prepare(descriptor.number, family: target.family)
        var yes: Int32 = 1
        unsafe setsockopt(
            descriptor.number, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))

        if let failure = begin(descriptor.number, target) {
            if failure != EINPROGRESS {
                throw .outcome(.init(refusedAtOnce: failure, address: address))
            }
            switch await loop.wait([.writing(descriptor.number)], until: deadline) {
            case .ready: break
            case .deadline: throw .outcome(.noAnswer)
            case .cancelled: throw .cancelled
            case .failed(let errno): throw .outcome(.failed(errno: errno))
            }
            let result = pendingError(descriptor.number)
            // A refusal of the connection has another number: this one was made, and reset before anybody looked.
            if result != 0, result != ECONNRESET {
                let ownAddress = SocketAddress(ofThisEnd: descriptor.number)?.address
                let report = ErrorReport(takenFrom: descriptor.number)
                throw .outcome(.init(endedBy: result, report: report, ownAddress: ownAddress))
            }
        }
        return Connection(descriptor: descriptor, loop: loop, address: address)
    }

    private init(descriptor: consuming Descriptor, loop: EventLoop, address: IPAddress) {
        self.descriptor = descriptor
        self.loop = loop
        self.address = address
    }

    /// How many segments had to be sent again so far (tcp(7), TCP_INFO); 0 when the system does not tell.
    var retransmissions: Int {
        var facts = tcp_info()
        var length = socklen_t(MemoryLayout<tcp_info>.size)
        guard unsafe getsockopt(descriptor.number, Int32(IPPROTO_TCP), TCP_INFO, &facts, &length) == 0 else { return 0 }
        return Int(facts.tcpi_total_retrans)
    }

    /// Sends all bytes.
    func write(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) async throws(SocketFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { buffer in
                unsafe send(descriptor.number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if sent >= 0 {
                rest = rest.dropFirst(sent)
            } else {
                try await mend(errno, by: .writing(descriptor.number), until: deadline)
            }
        }
    }

    /// Waits for bytes and gives what has arrived, at most `limit`; nothing when the other side has closed.
    func read(atMost limit: Int = 16_384, until deadline: ContinuousClock.Instant) async throws(SocketFailure)
        -> [UInt8]
    {
        while true {
            var count = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
                count = unsafe recv(descriptor.number, buffer.baseAddress, buffer.count, 0)
                filled = max(0, count)
            }
            if count >= 0 {
                // Bytes that are always there must not carry a reader past its deadline.
                guard ContinuousClock.now < deadline else { throw .deadline }
                guard !Task.isCancelled else { throw .cancelled }
                return chunk
            }
            try await mend(errno, by: .reading(descriptor.number), until: deadline)
        }
    }

    /// What to do after a call that did not work: wait, try again, or give up.
    private func mend(
        _ number: Int32, by interest: Interest, until deadline: ContinuousClock.Instant
    ) async throws(SocketFailure) {
        switch number {
        case EINTR: return
        case EAGAIN: break
        case ECONNRESET, EPIPE: throw .reset
        default: throw .failed(errno: number)
        }
        switch await loop.wait([interest], until: deadline) {
        case .ready: return
        case .deadline: throw .deadline
        case .cancelled: throw .cancelled
        case .failed(let errno): throw .failed(errno: errno)
        }
    }

    /// Begins to connect; nil when it is done already, else the error number.
    private static func begin(_ descriptor: Int32, _ target: borrowing SocketAddress) -> Int32? {
        while true {
            let result = unsafe target.lend { address, length in unsafe connect(descriptor, address, length) }
            if result == 0 { return nil }
            if errno != EINTR { return errno }
        }
    }

    private static func pendingError(_ descriptor: Int32) -> Int32 {
        var number: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &length) == 0 else { return errno }
        return number
    }
}

/// Why there is no connection.
enum ConnectionFailure: Error, Hashable {
    /// What came of the attempt; never `connected`.
    case outcome(ConnectionAttempt.Outcome)
    /// The task was cancelled.
    case cancelled
}
