internal import WorkerWire

/// A connection to a server, signed in, and the share that it is in.
struct KeptConnection: ~Copyable {
    /// What a connection is good for: visits that would make one just like it.
    struct Purpose: Equatable {
        private let server: String
        private let port: UInt16
        private let signIn: VisitOrder.SignIn
        private let answerLimit: Duration
        private let requiresEncryption: Bool

        init(_ order: VisitOrder) {
            server = order.server
            port = order.port
            signIn = order.signIn
            answerLimit = order.answerLimit
            requiresEncryption = order.requiresEncryption
        }
    }

    let context: LibraryContext
    let purpose: Purpose
    /// The share; nil as long as the library has not connected.
    var share: String?

    /// Ends the connection; with a server that does not answer this takes long.
    consuming func end() { context.end() }
}
