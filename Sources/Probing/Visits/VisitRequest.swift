public import StorageModel

/// A visit that somebody wants.
public struct VisitRequest: Hashable, Sendable {
    /// The server's name or address; Kerberos needs the name.
    public var server: String
    /// The port.
    public var port: UInt16
    /// The share's name.
    public var share: String
    /// The folder in the share, with slashes between its parts; empty for the share's own.
    public var folder: String
    /// What may be done in the folder.
    public var check: ShareCheck
    /// The steps that are wanted besides sign-in, opening the share and the folder's attributes.
    ///
    /// Reading also needs a canary in ``check``, and writing a folder for it.
    public var stages: Set<Stage>
    /// How long the library waits for each of the server's answers, at least a second.
    public var answerLimit: Duration
    /// Whether the connection is asked to be encrypted; what it is then, the visit tells.
    public var requiresEncryption: Bool

    /// Puts the parts together.
    public init(
        server: String, port: UInt16 = 445, share: String, folder: String = "", check: ShareCheck = ShareCheck(),
        stages: Set<Stage> = [.list, .read, .space], answerLimit: Duration = .seconds(4),
        requiresEncryption: Bool = false
    ) {
        self.server = server
        self.port = port
        self.share = share
        self.folder = folder
        self.check = check
        self.stages = stages
        self.answerLimit = answerLimit
        self.requiresEncryption = requiresEncryption
    }

    /// What counts as one server when connections and sign-ins are counted.
    var serverKey: String { "\(server.lowercased()):\(port)" }
}
