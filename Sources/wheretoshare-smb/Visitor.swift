internal import Crypto
internal import Glibc
internal import StorageModel
internal import Synchronization
internal import WorkerWire

/// Makes visits.
struct Visitor: ~Copyable {
    private let channel: Channel
    private let watch: Watch
    /// The library takes itself apart when its last context goes, so this one stays.
    private let first: LibraryContext
    /// The connection of the last visit, when all went well in it.
    private var kept: KeptConnection?

    /// Prepares the library and tells the parent; nil when that is not possible.
    init?(home: String, channel: Channel) {
        guard Settings.write(into: home), let watch = Watch(),
            let port = ClosedPort(),
            let first = LibraryContext(
                port: port.number, answerLimit: .seconds(1), usesTickets: false, encrypts: false),
            let nowhere = ShareURL(server: "127.0.0.1", share: "nowhere", folder: "")
        else { return nil }
        self.channel = channel
        self.watch = watch
        credentials.withLock { $0 = Credentials(user: "nobody", password: Secret([]), domain: "") }
        let isThere = first.stat(nowhere)
        let number = errno
        let knowsStatuses = statusWitness.withLock { witness in
            if !isThere { witness.test(errno: number) }
            return witness.isTrusted
        }
        self.first = first
        kept = nil
        channel.send(.ready(knowsStatuses: knowsStatuses))
    }

    /// Makes a visit, and tells the parent all the while.
    /// - Returns: Whether this worker can make another one.
    mutating func visit(_ order: VisitOrder) -> Bool {
        watch.set(order.lifeLimit)
        defer { watch.set(.zero) }
        guard let url = ShareURL(server: order.server, share: order.share, folder: order.folder) else {
            return refuse("the server or the share has no name, or a name holds a zero byte")
        }
        switch order.signIn {
        case .password(let user, let password, let domain):
            unsafe unsetenv("KRB5CCNAME")
            credentials.withLock { $0 = Credentials(user: user, password: password, domain: domain) }
        case .tickets(let file, let principal, let realm):
            unsafe setenv("KRB5CCNAME", "FILE:\(file)", 1)
            credentials.withLock { $0 = Credentials(user: principal, password: Secret([]), domain: realm) }
        }
        defer { credentials.withLock { $0 = nil } }
        guard let who = credentials.withLock({ $0 }), !who.user.isEmpty, who.isShortEnough else {
            return refuse("the user's name is missing, or it, the password or the domain has more than 255 bytes")
        }
        guard let connection = connection(for: order) else { return refuse("libsmbclient gave no context") }

        visitLog.withLock { $0 = VisitLog(channel: channel) }
        shareSwitch.withLock { $0 = ShareSwitch(wanted: order.share, former: connection.share) }
        let tour = Tour(order: order, url: url, channel: channel)
        let isSound = tour.make(with: connection.context)
        let isInWanted = shareSwitch.withLock { $0?.isInWanted } ?? false
        let isAllWell = visitLog.withLock { $0?.isAllWell } ?? false
        visitLog.withLock { $0 = nil }
        shareSwitch.withLock { $0 = nil }
        // Saying good-bye to a server that does not answer takes as long as asking it twice.
        if isSound { keep(connection, in: isInWanted && isAllWell ? order.share : nil) }
        channel.send(.finished(staysAlive: isSound))
        return isSound
    }

    /// The connection that is kept, if it is to the same server for the same account, else a new one.
    private mutating func connection(for order: VisitOrder) -> KeptConnection? {
        let purpose = KeptConnection.Purpose(order)
        if let former = kept.take() {
            // Nothing shows whether the library opens the same share anew, so it has to sign in for that.
            if former.purpose == purpose, former.share != order.share { return former }
            former.end()
        }
        let usesTickets = if case .tickets = order.signIn { true } else { false }
        guard
            let context = LibraryContext(
                port: order.port, answerLimit: order.answerLimit, usesTickets: usesTickets,
                encrypts: order.requiresEncryption)
        else { return nil }
        return KeptConnection(context: context, purpose: purpose, share: nil)
    }

    /// Keeps a connection that is in a share for certain, and ends any other.
    private mutating func keep(_ connection: consuming KeptConnection, in share: String?) {
        guard let share else { return connection.end() }
        connection.share = share
        kept = consume connection
    }

    private func refuse(_ reason: String) -> Bool {
        channel.send(.notPossible(reason))
        return true
    }
}
