internal import Glibc

/// The one owner of a socket, which closes it and gives its place back.
struct Descriptor: ~Copyable, Sendable {
    /// The number of the descriptor.
    let number: Int32
    private let places: Places

    /// Makes a socket that does not block and that no other program inherits.
    init(family: Int32, kind: __socket_type, in places: Places) async throws(DescriptorFailure) {
        do {
            try await places.take()
        } catch {
            throw .cancelled
        }
        let flags = SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        let made = socket(family, Int32(kind.rawValue | flags), 0)
        guard made >= 0 else {
            let reason = errno
            places.give()
            throw .failed(errno: reason)
        }
        number = made
        self.places = places
    }

    deinit {
        close(number)
        places.give()
    }
}

/// Why there is no socket.
enum DescriptorFailure: Error {
    /// The task was cancelled.
    case cancelled
    /// The system gave none.
    case failed(errno: Int32)
}
