/// What SMB 3.1.1 negotiates besides the dialect (MS-SMB2 2.2.4.1).
struct NegotiateContexts {
    /// The kinds that are read here; servers may send others, which are passed over.
    enum Kind: UInt16 {
        case preauthIntegrity = 1
        case encryption = 2
        case signing = 8
    }

    /// The only hash for the integrity of the negotiation (MS-SMB2 2.2.3.1.1).
    static let sha512: UInt16 = 1

    private(set) var hasPreauthIntegrity = false
    private(set) var cipher: Cipher?
    private(set) var signingAlgorithm: SigningAlgorithm?

    init() {}

    /// Reads `count` contexts that begin at `offset` of the message, each but the last padded to eight bytes.
    init(parsing message: WireBytes, at offset: Int, count: Int) throws(SMBReplyError) {
        var position = offset
        var seen: Set<Kind> = []
        for index in 0..<count {
            if index > 0 { position = (position + 7) / 8 * 8 }
            let number: UInt16 = try message.integer(at: position, of: .negotiateContexts)
            let length = Int(try message.integer(at: position + 2, of: .negotiateContexts, as: UInt16.self))
            let content = WireBytes(try message.slice(at: position + 8, count: length, of: .negotiateContexts))
            position += 8 + length
            guard let kind = Kind(rawValue: number) else { continue }
            guard seen.insert(kind).inserted else { throw .unexpected(.negotiateContexts) }
            try read(kind, content)
        }
    }

    /// Takes the one choice that a server states in a context (MS-SMB2 2.2.4.1.1, 2.2.4.1.2 and 2.2.4.1.7).
    private mutating func read(_ kind: Kind, _ content: WireBytes) throws(SMBReplyError) {
        guard try content.integer(at: 0, of: .negotiateContexts, as: UInt16.self) == 1 else {
            throw .unexpected(.negotiateContexts)
        }
        switch kind {
        case .preauthIntegrity:
            hasPreauthIntegrity = try content.integer(at: 4, of: .negotiateContexts, as: UInt16.self) == Self.sha512
        case .encryption:
            // Zero says that no cipher is known to both.
            let number: UInt16 = try content.integer(at: 2, of: .negotiateContexts)
            cipher = number == 0 ? nil : Cipher(rawValue: number)
        case .signing:
            signingAlgorithm = SigningAlgorithm(rawValue: try content.integer(at: 2, of: .negotiateContexts))
        }
    }
}
