internal import StorageModel

/// What a server tells about itself when a sign-in with NTLM begins (MS-NLMP 2.2.1.2).
///
/// All names are a stranger's text of any length up to 64 KiB: escape them before showing them. The challenge itself
/// is not kept, because nothing here answers it.
public struct Challenge: Hashable, Sendable {
    /// The server's version (MS-NLMP 2.2.2.10).
    public struct Version: Hashable, Sendable, CustomStringConvertible {
        /// The major version of Windows; Samba says 6.
        public let major: UInt8

        /// The minor version of Windows; Samba says 1.
        public let minor: UInt8

        /// The build of Windows; Samba says 0 or 7600.
        public let build: UInt16

        /// The revision of NTLM; 15 in all that are in use.
        public let revision: UInt8

        /// Major and minor version and build, such as `10.0.20348`.
        public var description: String { "\(major).\(minor).\(build)" }
    }

    /// The domain, or the server itself when it is in none; nil when it does not tell.
    public let targetName: String?

    /// The server's NetBIOS name; this and the others are nil when the server does not tell.
    public let netBIOSComputerName: String?

    /// The NetBIOS name of the server's domain.
    public let netBIOSDomainName: String?

    /// The server's full name in DNS.
    public let dnsComputerName: String?

    /// The name of the server's domain in DNS.
    public let dnsDomainName: String?

    /// The name of the forest of domains in DNS.
    public let dnsForestName: String?

    /// The server's clock when it answered.
    public let timestamp: FileTime?

    /// The server's version.
    public let version: Version?

    /// Reads the answer to a `SessionSetupRequest`, as `MessageFramer` hands it out (MS-SMB2 2.2.6).
    /// - Throws: `refused` with the server's status when it does not continue the sign-in, and other errors as
    ///   `NegotiateResponse` does.
    public init(parsing message: [UInt8]) throws(SMBReplyError) {
        let message = WireBytes(message)
        let header = try MessageHeader(parsing: message, answering: .sessionSetup)
        guard header.status == .moreProcessingRequired else { throw .refused(header.status) }
        let body = MessageHeader.length
        guard try message.integer(at: body, of: .body, as: UInt16.self) == 9 else { throw .unexpected(.body) }
        let blob = try message.securityBlob(at: body + 4, after: body + 8)
        try self.init(ntlm: WireBytes(try Self.token(in: blob)))
    }

    /// The NTLM message in an answer of SPNEGO (RFC 4178 section 4.2.2), or the blob itself if it is one already.
    private static func token(in blob: ArraySlice<UInt8>) throws(SMBReplyError) -> ArraySlice<UInt8> {
        if blob.starts(with: NTLMMessage.signature) { return blob }
        var outer = DERReader(blob)
        var choice = try outer.values(in: DERReader.Tag.field(1))
        var fields = try choice.values(in: DERReader.Tag.sequence)
        _ = try fields.content(ifTagged: DERReader.Tag.field(0))  // state: not needed, the status says it
        if var mechanism = try fields.values(ifIn: DERReader.Tag.field(1)) {
            let chosen = SecurityMechanism(bytes: try mechanism.content(tagged: DERReader.Tag.objectIdentifier))
            guard chosen == .ntlmssp else { throw .unexpected(.mechanisms) }
        }
        guard var token = try fields.values(ifIn: DERReader.Tag.field(2)) else { throw .cutShort(.challenge) }
        return try token.content(tagged: DERReader.Tag.octetString)
    }

    private init(ntlm message: WireBytes) throws(SMBReplyError) {
        guard message.starts(with: NTLMMessage.signature) else { throw .unexpected(.challenge) }
        guard try message.integer(at: 8, of: .challenge, as: UInt32.self) == 2 else { throw .unexpected(.challenge) }
        let flags: UInt32 = try message.integer(at: 20, of: .challenge)
        // The fields from 40 on are there in all but the oldest servers; the flags tell.
        let hasVersion = flags & NTLMMessage.Flag.version != 0
        let target = try Self.field(at: 12, of: message, .targetName)
        if target.isEmpty {
            targetName = nil
        } else if flags & NTLMMessage.Flag.unicode != 0 {
            targetName = try Self.text(target, .targetName)
        } else {
            targetName = String(decoding: target, as: UTF8.self)
        }
        version = hasVersion ? try Self.version(at: 48, of: message) : nil
        guard flags & NTLMMessage.Flag.targetInformation != 0 else {
            netBIOSComputerName = nil
            netBIOSDomainName = nil
            dnsComputerName = nil
            dnsDomainName = nil
            dnsForestName = nil
            timestamp = nil
            return
        }
        let pairs = try AttributePairs(parsing: WireBytes(try Self.field(at: 40, of: message, .targetNames)))
        netBIOSComputerName = try pairs.text(.netBIOSComputerName)
        netBIOSDomainName = try pairs.text(.netBIOSDomainName)
        dnsComputerName = try pairs.text(.dnsComputerName)
        dnsDomainName = try pairs.text(.dnsDomainName)
        dnsForestName = try pairs.text(.dnsForestName)
        timestamp = try pairs.timestamp
    }

    /// The bytes that a field of length, allocated length and offset points to (MS-NLMP 2.2.1.2, TargetNameFields).
    private static func field(
        at position: Int,
        of message: WireBytes,
        _ part: SMBReplyError.Part
    ) throws(SMBReplyError) -> ArraySlice<UInt8> {
        let length = Int(try message.integer(at: position, of: .challenge, as: UInt16.self))
        let offset = Int(try message.integer(at: position + 4, of: .challenge, as: UInt32.self))
        // Where nothing is, the offset means nothing.
        guard length > 0 else { return [] }
        guard offset >= 32 else { throw .unexpected(part) }
        return try message.slice(at: offset, count: length, of: part)
    }

    private static func version(at position: Int, of message: WireBytes) throws(SMBReplyError) -> Version {
        Version(
            major: try message.integer(at: position, of: .challenge),
            minor: try message.integer(at: position + 1, of: .challenge),
            build: try message.integer(at: position + 2, of: .challenge),
            revision: try message.integer(at: position + 7, of: .challenge)
        )
    }

    /// Text in UTF-16, lowest byte first; what is no character becomes U+FFFD.
    static func text(
        _ bytes: ArraySlice<UInt8>,
        _ part: SMBReplyError.Part
    ) throws(SMBReplyError) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw .unexpected(part) }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }
}
