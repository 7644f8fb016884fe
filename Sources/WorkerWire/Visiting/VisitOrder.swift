public import StorageModel

/// What a worker is asked to do: to visit a folder of a share.
public struct VisitOrder: Hashable, Sendable {
    /// How it signs in.
    public enum SignIn: Hashable, Sendable {
        /// With a password, over NTLMv2 (MS-NLMP).
        case password(user: String, password: Secret, domain: String)
        /// With the Kerberos tickets in a file (RFC 4120), which are for this principal of this realm.
        case tickets(file: String, principal: String, realm: String)
    }

    /// The server's name or address.
    public var server: String
    /// The port.
    public var port: UInt16
    /// The share's name.
    public var share: String
    /// The folder in the share, with slashes between its parts; empty for the share's own.
    public var folder: String
    /// What may be done in the folder.
    public var check: ShareCheck
    /// The steps that are wanted; sign-in, opening the share and the folder's attributes always are.
    public var stages: Set<Stage>
    /// How it signs in.
    public var signIn: SignIn
    /// How long the library waits for each of the server's answers.
    public var answerLimit: Duration
    /// Whether the library is told to encrypt messages.
    ///
    /// It goes on when the server cannot; what it does is told by an event.
    public var requiresEncryption: Bool
    /// After which time the kernel ends the worker, should its parent be gone by then.
    public var lifeLimit: Duration

    /// Puts the parts together.
    public init(
        server: String, port: UInt16 = 445, share: String, folder: String = "", check: ShareCheck = ShareCheck(),
        stages: Set<Stage>, signIn: SignIn, answerLimit: Duration, requiresEncryption: Bool = false,
        lifeLimit: Duration
    ) {
        self.server = server
        self.port = port
        self.share = share
        self.folder = folder
        self.check = check
        self.stages = stages
        self.signIn = signIn
        self.answerLimit = answerLimit
        self.requiresEncryption = requiresEncryption
        self.lifeLimit = lifeLimit
    }
}

extension VisitOrder: WireMessage {
    /// The message as bytes, with its length and version before it.
    public var frame: [UInt8] {
        var encoder = WireEncoder()
        encoder.append(server)
        encoder.append(port)
        encoder.append(share)
        encoder.append(folder)
        encoder.append(optional: check.canary) { $0.append($1) }
        encoder.append(optional: check.canaryDigest) { $0.append($1) }
        encoder.append(optional: check.writeFolder) { $0.append($1) }
        encoder.append(UInt32(stages.count))
        for stage in stages.sorted() { encoder.append(stage) }
        switch signIn {
        case .password(let user, let password, let domain):
            encoder.append(UInt8(0))
            encoder.append(user)
            encoder.append(password)
            encoder.append(domain)
        case .tickets(let file, let principal, let realm):
            encoder.append(UInt8(1))
            encoder.append(file)
            encoder.append(principal)
            encoder.append(realm)
        }
        encoder.append(answerLimit)
        encoder.append(requiresEncryption)
        encoder.append(lifeLimit)
        return WireFrame.around(encoder.bytes)
    }

    /// Reads what ``FrameReader/next()`` gave.
    public init(body: [UInt8]) throws(WireError) {
        var decoder = WireDecoder(body)
        server = try decoder.text()
        port = try decoder.number()
        share = try decoder.text()
        folder = try decoder.text()
        check = ShareCheck()
        check.canary = try decoder.optional { (decoder) throws(WireError) in try decoder.text() }
        check.canaryDigest = try decoder.optional { (decoder) throws(WireError) in try decoder.text() }
        check.writeFolder = try decoder.optional { (decoder) throws(WireError) in try decoder.text() }
        stages = []
        for _ in 0..<(try decoder.number(UInt32.self)) { stages.insert(try decoder.stage()) }
        switch try decoder.number(UInt8.self) {
        case 0: signIn = .password(user: try decoder.text(), password: try decoder.secret(), domain: try decoder.text())
        case 1: signIn = .tickets(file: try decoder.text(), principal: try decoder.text(), realm: try decoder.text())
        case let other: throw .unknownNumber(UInt64(other))
        }
        answerLimit = try decoder.duration()
        requiresEncryption = try decoder.flag()
        lifeLimit = try decoder.duration()
        try decoder.end()
    }
}
