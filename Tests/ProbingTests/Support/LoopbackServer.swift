import Glibc
import StorageModel
import Synchronization
import TestKit

/// A server on loopback that does one thing with every connection, on a thread of its own.
final class LoopbackServer: Sendable {
    /// The port it listens on.
    let port: UInt16
    private let sockets: ServerSockets

    /// Where it listens.
    static let address = IPAddress(ipv4: 0x7F00_0001)

    /// Starts to listen.
    /// - Parameters:
    ///   - isEverywhere: Whether it listens at every address of this computer, and not at one alone.
    ///   - serve: What is done with a connection; it is closed when the server ends.
    /// - Throws: `TestKitError` when there is no port or no thread.
    init(everywhere isEverywhere: Bool = false, _ serve: @escaping @Sendable (Int32) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let sockets = ServerSockets(listener: listener)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(isEverywhere ? 0 : 0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe bind(listener, pointer, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else { throw TestKitError("there is no port to listen on") }
        port = UInt16(bigEndian: address.sin_port)
        self.sockets = sockets
        try startThread { while let connection = sockets.accept() { serve(connection) } }
    }

    /// How many connections were accepted so far.
    var connectionCount: Int { sockets.acceptedCount }

    /// Ends listening and all connections.
    ///
    /// Not a matter of lifetimes, which end with the last use of a name.
    func stop() { sockets.stop() }

    deinit { sockets.stop() }

    /// Answers each connection with these bytes after it sent something, and leaves it open.
    static func answering(_ bytes: [UInt8]) throws -> LoopbackServer {
        try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            guard unsafe recv(connection, &buffer, buffer.count, 0) > 0 else { return }
            unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// Answers each connection with these bytes after it sent something, and closes it.
    static func closing(after bytes: [UInt8] = []) throws -> LoopbackServer {
        try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            guard unsafe recv(connection, &buffer, buffer.count, 0) > 0 else { return }
            if !bytes.isEmpty { unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }
            shutdown(connection, Int32(SHUT_RDWR))
        }
    }

    /// Resets each connection after it sent something.
    static func resetting() throws -> LoopbackServer {
        try LoopbackServer { connection in
            var buffer = [UInt8](repeating: 0, count: 16)
            guard unsafe recv(connection, &buffer, 1, 0) > 0 else { return }
            // A zero time to linger sends a reset. The number stays taken until the server ends, so shut down alone.
            var linger = linger(l_onoff: 1, l_linger: 0)
            unsafe setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
            let replacement = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            dup2(replacement, connection)
            close(replacement)
        }
    }

    /// Accepts connections and says nothing.
    static func silent() throws -> LoopbackServer { try LoopbackServer { _ in } }

    /// A port on which nothing listens.
    static func closedPort() throws -> UInt16 {
        let server = try LoopbackServer.silent()
        defer { server.stop() }
        return server.port
    }
}

/// The sockets of a server, whose numbers are given back when neither the server nor its thread is left.
private final class ServerSockets: Sendable {
    private let listener: Int32
    private let accepted = Mutex<[Int32]>([])

    init(listener: Int32) { self.listener = listener }

    var acceptedCount: Int { accepted.withLock { $0.count } }

    /// The next connection; nil when the server has stopped.
    func accept() -> Int32? {
        let connection = Glibc.accept(listener, nil, nil)
        guard connection >= 0 else { return nil }
        accepted.withLock { $0.append(connection) }
        return connection
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in accepted.withLock({ $0 }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    deinit {
        close(listener)
        for connection in accepted.withLock({ $0 }) { close(connection) }
    }
}

/// Runs some work on a thread of its own, which ends with the work.
private func startThread(_ work: @escaping @Sendable () -> Void) throws {
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(ThreadWork(work)).toOpaque()
    guard unsafe pthread_create(&thread, nil, runThreadWork, argument) == 0 else {
        throw TestKitError("there is no thread")
    }
    pthread_detach(thread)
}

private final class ThreadWork: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

@c(wheretoshare_test_thread)
func runThreadWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument { unsafe Unmanaged<ThreadWork>.fromOpaque(argument).takeRetainedValue().work() }
    return nil
}
