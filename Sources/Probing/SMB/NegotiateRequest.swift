public import StorageModel

/// The first message to a server: which dialects and protections the client knows (MS-SMB2 2.2.3).
public struct NegotiateRequest: Hashable, Sendable {
    /// The number that names the client; servers may keep it, so a fresh one says least.
    public let clientGUID: GUID

    /// Random bytes for the pre-authentication hash (MS-SMB2 2.2.3.1.1); 32 are usual, and no more than 64 are sent.
    public let salt: [UInt8]

    /// The dialects that are offered.
    public let dialects: [Dialect]

    /// The ciphers that are offered with SMB 3.1.1; most servers take the first that they know.
    public let ciphers: [Cipher]

    /// The signing algorithms that are offered with SMB 3.1.1, best first.
    public let signingAlgorithms: [SigningAlgorithm]

    /// Asks for the best of the given dialects and protections.
    public init(
        clientGUID: GUID,
        salt: [UInt8],
        dialects: [Dialect] = Dialect.all,
        ciphers: [Cipher] = [.aes128GCM, .aes128CCM, .aes256GCM, .aes256CCM],
        signingAlgorithms: [SigningAlgorithm] = [.aesGMAC, .aesCMAC, .hmacSHA256]
    ) {
        // The lists are cut to what fits the counts on the wire many times over; there are five dialects.
        self.clientGUID = clientGUID
        self.salt = Array(salt.prefix(64))
        self.dialects = Array(dialects.prefix(64))
        self.ciphers = Array(ciphers.prefix(64))
        self.signingAlgorithms = Array(signingAlgorithms.prefix(64))
    }

    /// The message with its frame (RFC 1002 section 4.3.1, MS-SMB2 2.1), ready to be sent.
    public var framedBytes: [UInt8] {
        var bytes = MessageHeader.request(.negotiate)
        bytes.append(littleEndian: UInt16(36))
        bytes.append(littleEndian: UInt16(dialects.count))
        bytes.append(littleEndian: SecurityMode.signingEnabled.rawValue)
        bytes.append(littleEndian: UInt16(0))  // reserved
        bytes.append(littleEndian: offered.rawValue)
        bytes.append(contentsOf: clientGUID.bytes)
        let contexts = dialects.contains(.smb3_1_1) ? contexts : []
        let dialectsEnd = bytes.count + 8 + 2 * dialects.count
        bytes.append(littleEndian: contexts.isEmpty ? 0 : UInt32((dialectsEnd + 7) / 8 * 8))
        bytes.append(littleEndian: UInt16(contexts.count))
        bytes.append(littleEndian: UInt16(0))  // reserved
        for dialect in dialects { bytes.append(littleEndian: dialect.rawValue) }
        for context in contexts {
            bytes.padToEight()
            bytes.append(contentsOf: context)
        }
        return MessageFramer.framed(bytes) ?? []
    }

    /// The field must be zero when nothing above SMB 2.1 is offered, and servers answer only what was offered.
    private var offered: Capabilities {
        guard dialects.contains(where: { $0 >= .smb3_0 }) else { return [] }
        return [.dfs, .leasing, .largeMTU, .multiChannel, .persistentHandles, .directoryLeasing, .encryption]
    }

    private var contexts: [[UInt8]] {
        var integrity: [UInt8] = []
        integrity.append(littleEndian: UInt16(1))
        integrity.append(littleEndian: UInt16(salt.count))
        integrity.append(littleEndian: NegotiateContexts.sha512)
        integrity += salt
        return [
            Self.context(.preauthIntegrity, integrity),
            Self.context(.encryption, Self.list(ciphers.map(\.rawValue))),
            Self.context(.signing, Self.list(signingAlgorithms.map(\.rawValue))),
        ]
    }

    private static func list(_ numbers: [UInt16]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt16(numbers.count))
        for number in numbers { bytes.append(littleEndian: number) }
        return bytes
    }

    private static func context(_ kind: NegotiateContexts.Kind, _ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: kind.rawValue)
        bytes.append(littleEndian: UInt16(content.count))
        bytes.append(littleEndian: UInt32(0))  // reserved
        return bytes + content
    }
}
