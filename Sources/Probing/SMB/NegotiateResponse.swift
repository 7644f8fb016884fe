public import StorageModel

/// What a server says about itself before anybody signs in (MS-SMB2 2.2.4).
///
/// Nothing in it is proven: whoever answers on the port may claim anything.
public struct NegotiateResponse: Hashable, Sendable {
    /// The dialect that the server chose among those offered.
    public let dialect: Dialect

    /// Whether the server can sign, and whether it insists.
    public let securityMode: SecurityMode

    /// The number that names the server; it stays the same as long as the server's software wants.
    public let serverGUID: GUID

    /// What the server can do.
    public let capabilities: Capabilities

    /// The largest buffer for queries and changes of a file's properties and for listings, in bytes.
    public let maxTransactSize: UInt32

    /// The largest read, in bytes.
    public let maxReadSize: UInt32

    /// The largest write, in bytes.
    public let maxWriteSize: UInt32

    /// The server's clock when it answered; nil when it does not tell.
    public let systemTime: FileTime?

    /// When the server was started; nil when it does not tell, as most do not.
    public let startTime: FileTime?

    /// Whether the negotiation is protected by a hash of SHA-512 (MS-SMB2 2.2.3.1.1); SMB 3.1.1 demands it.
    public let hasPreauthIntegrity: Bool

    /// The cipher that the server chose; nil when there is none, and before SMB 3.1.1, which has no such choice.
    public let negotiatedCipher: Cipher?

    /// The signing algorithm that the server chose; nil when it leaves that to the dialect.
    public let negotiatedSigning: SigningAlgorithm?

    /// The first token of the sign-in, in which the server lists its mechanisms; see `SecurityOffer`.
    public let securityBlob: [UInt8]

    /// How messages would be encrypted: AES-128-CCM in SMB 3.0 and 3.0.2 if the server can, the chosen cipher in 3.1.1.
    ///
    /// A server that can encrypt need not insist on it; whether it does shows only after the sign-in.
    public var cipher: Cipher? {
        switch dialect {
        case .smb3_0, .smb3_0_2: capabilities.contains(.encryption) ? .aes128CCM : nil
        default: negotiatedCipher
        }
    }

    /// Reads a message as `MessageFramer` hands it out.
    /// - Throws: `notSMB`, `smb1Only`, `noCommonDialect` or `refused` when the server answered something else, and
    ///   `cutShort` or `unexpected` when the answer breaks its own rules.
    public init(parsing message: [UInt8]) throws(SMBReplyError) {
        let message = WireBytes(message)
        let header = try MessageHeader(parsing: message, answering: .negotiate)
        guard header.status == .success else { throw .refused(header.status) }
        let body = MessageHeader.length
        guard try message.integer(at: body, of: .body, as: UInt16.self) == 65 else { throw .unexpected(.body) }
        securityMode = SecurityMode(rawValue: try message.integer(at: body + 2, of: .body))
        dialect = Dialect(rawValue: try message.integer(at: body + 4, of: .body))
        guard Dialect.all.contains(dialect) || dialect == .smb2Wildcard else { throw .unexpected(.dialect) }
        let contextCount = Int(try message.integer(at: body + 6, of: .body, as: UInt16.self))
        guard let guid = GUID(bytes: try message.slice(at: body + 8, count: 16, of: .body)) else {
            throw .cutShort(.body)
        }
        serverGUID = guid
        capabilities = Capabilities(rawValue: try message.integer(at: body + 24, of: .body))
        maxTransactSize = try message.integer(at: body + 28, of: .body)
        maxReadSize = try message.integer(at: body + 32, of: .body)
        maxWriteSize = try message.integer(at: body + 36, of: .body)
        systemTime = FileTime(nonzero: try message.integer(at: body + 40, of: .body))
        startTime = FileTime(nonzero: try message.integer(at: body + 48, of: .body))
        let contextOffset = Int(try message.integer(at: body + 60, of: .body, as: UInt32.self))
        securityBlob = Array(try message.securityBlob(at: body + 56, after: body + 64))

        // Before SMB 3.1.1 the two fields are reserved, and what they hold means nothing.
        var contexts = NegotiateContexts()
        if dialect == .smb3_1_1, contextCount > 0 {
            guard contextOffset >= body + 64, contextOffset.isMultiple(of: 8) else {
                throw .unexpected(.negotiateContexts)
            }
            contexts = try NegotiateContexts(parsing: message, at: contextOffset, count: contextCount)
        }
        hasPreauthIntegrity = contexts.hasPreauthIntegrity
        negotiatedCipher = contexts.cipher
        negotiatedSigning = contexts.signingAlgorithm
    }
}
