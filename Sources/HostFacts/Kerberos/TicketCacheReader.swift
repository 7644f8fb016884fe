internal import Glibc
public import StorageModel

/// Finds and reads the Kerberos tickets of an account.
public struct TicketCacheReader: Sendable {
    /// The number of the account.
    public var userID: UInt32
    /// Its name; nil when it is not known.
    public var userName: String?
    /// Its folder; nil when it is not known.
    public var home: String?
    /// Environment variables of the account; empty when they are another's.
    public var environment: [String: String]

    /// The environment variables that matter.
    public static let variables = ["KRB5CCNAME", "KRB5_CONFIG", "TMPDIR"]

    private static let largestFile = 4 << 20

    /// Puts the parts together.
    public init(userID: UInt32, userName: String?, home: String?, environment: [String: String]) {
        self.userID = userID
        self.userName = userName
        self.home = home
        self.environment = environment
    }

    /// Reads the tickets, where the configuration or the environment says that they are.
    public func read(
        _ configuration: KerberosConfiguration, until deadline: ContinuousClock.Instant
    ) -> TicketCacheSituation {
        let (name, chooser) = cache(configuration)
        return TicketCacheSituation(
            kind: name.kind, location: name.shown(home: home), chooser: chooser,
            tickets: tickets(in: name, until: deadline))
    }

    /// Where the tickets are, and what decided so.
    func cache(_ configuration: KerberosConfiguration) -> (TicketCacheName, TicketCacheSituation.Chooser) {
        if let name = environment["KRB5CCNAME"], !name.isEmpty { return (TicketCacheName(name), .environment) }
        if let text = configuration.defaultCache {
            let expanded = TicketCacheName.expanded(
                text, userID: userID, userName: userName, temporaryFolder: environment["TMPDIR"] ?? "/tmp")
            return (TicketCacheName(expanded), .configuration)
        }
        return (TicketCacheName("FILE:/tmp/krb5cc_\(userID)"), .library)
    }

    private func tickets(
        in name: TicketCacheName, until deadline: ContinuousClock.Instant
    ) -> HostReading<HeldTickets> {
        switch name.kind {
        case .file: return file(name.place, shown: name.shown(home: home))
        case .folder: return file(Self.file(inFolder: name.place), shown: name.shown(home: home))
        case .keyring, .service:
            // Only the account itself sees them, and only through the library.
            guard userID == geteuid() else { return .unknown(.notPermitted) }
            return TicketListing.read(name, environment: environment, until: deadline)
        case .memory: return .unknown(.notUnderstood("no other program sees tickets in the memory of one"))
        case .other: return .unknown(.notUnderstood("tickets of type '\(HostPath(name.type))' are not known here"))
        }
    }

    /// The file that counts in a folder of caches: the one that is named (`DIR::/path`), or the one in use.
    private static func file(inFolder place: String) -> String {
        if place.hasPrefix(":") { return String(place.dropFirst()) }
        let primary = try? BoundedFile.read(HostPath(place).appending("primary"), limit: 4_096)
        let name = primary.flatMap { ConfigurationLines.numbered($0).first?.text } ?? "tkt"
        return place + "/" + (name.isEmpty || name.contains("/") ? "tkt" : name)
    }

    private func file(_ path: String, shown: String) -> HostReading<HeldTickets> {
        var content: [UInt8]
        do {
            content = try contents(of: HostPath(path), shown: shown)
        } catch {
            return .unknown(error)
        }
        // What was read holds keys; nothing of it is left in this process' memory.
        defer {
            unsafe content.withUnsafeMutableBytes { bytes in
                if let start = bytes.baseAddress { unsafe explicit_bzero(start, bytes.count) }
            }
        }
        do {
            return .known(try TicketFile.read(content))
        } catch {
            return .unknown(.notUnderstood("\(shown): \(error.why)"))
        }
    }

    /// The bytes of a file that belongs to the account; in a folder that everybody may write to, it could be a stranger's.
    private func contents(of path: HostPath, shown: String) throws(HostReadingObstacle) -> [UInt8] {
        let descriptor: CInt
        do {
            let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
            descriptor = CInt(try unsafe path.systemCall { unsafe Int(open($0, flags)) })
        } catch {
            throw HostReadingObstacle(.system(error), file: shown)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw HostReadingObstacle(.last) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .notUnderstood("\(shown): it is not a regular file") }
        guard facts.st_uid == userID else { throw .notUnderstood("\(shown): it belongs to another account") }
        guard facts.st_size <= Self.largestFile else { throw .tooLarge(shown) }
        // One allocation of the right size, so that no copy with keys is left behind; it may only get shorter.
        var content = [UInt8](repeating: 0, count: Int(facts.st_size))
        var count = 0
        while count < content.count {
            let more = unsafe content.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(descriptor, bytes.baseAddress?.advanced(by: count), bytes.count - count)
            }
            if more == 0 { break }
            guard more > 0 || errno == EINTR else { throw HostReadingObstacle(.last) }
            count += max(more, 0)
        }
        content.removeLast(content.count - count)
        return content
    }
}
