/// Which ways to sign in a server offers: the first token of SPNEGO, sent by the server (RFC 4178 section 4.2.1,
/// MS-SPNG 2.2.1).
public struct SecurityOffer: Hashable, Sendable {
    /// The mechanisms, the server's favourite first; empty when the server leaves the list out, and the client then
    /// begins with NTLM (MS-SMB2 3.2.4.2.3).
    public let mechanisms: [SecurityMechanism]

    /// What the server wrote into the hint.
    ///
    /// Usually it is `not_defined_in_RFC4178@please_ignore`; before Windows Vista it was the server's Kerberos name. It
    /// is a stranger's text: escape it before showing it.
    public let hintName: String?

    /// Whether Kerberos is offered, under either of its numbers.
    public var offersKerberos: Bool {
        mechanisms.contains(.kerberos) || mechanisms.contains(.microsoftKerberos)
    }

    /// Whether NTLM is offered.
    public var offersNTLM: Bool { mechanisms.contains(.ntlmssp) }

    /// Reads the security blob of a `NegotiateResponse`; an empty one offers nothing.
    public init(parsing blob: [UInt8]) throws(SMBReplyError) {
        guard !blob.isEmpty else {
            mechanisms = []
            hintName = nil
            return
        }
        var outer = DERReader(blob[...])
        var token = try outer.values(in: DERReader.Tag.application0)
        let protocolName = SecurityMechanism(bytes: try token.content(tagged: DERReader.Tag.objectIdentifier))
        guard protocolName == .spnego else { throw .unexpected(.mechanisms) }
        var choice = try token.values(in: DERReader.Tag.field(0))
        var fields = try choice.values(in: DERReader.Tag.sequence)

        var mechanisms: [SecurityMechanism] = []
        if var field = try fields.values(ifIn: DERReader.Tag.field(0)) {
            var list = try field.values(in: DERReader.Tag.sequence)
            while !list.isAtEnd {
                mechanisms.append(
                    SecurityMechanism(bytes: try list.content(tagged: DERReader.Tag.objectIdentifier)))
            }
        }
        self.mechanisms = mechanisms
        _ = try fields.content(ifTagged: DERReader.Tag.field(1))  // flags, which nobody may send any more
        _ = try fields.content(ifTagged: DERReader.Tag.field(2))  // first token of the favourite, such as NEGOEX

        // Windows has the hints where RFC 4178 has a checksum, an octet string, which cannot be there in a first token.
        var hintName: String?
        if var field = try fields.values(ifIn: DERReader.Tag.field(3)),
            var hints = try field.values(ifIn: DERReader.Tag.sequence),
            var name = try hints.values(ifIn: DERReader.Tag.field(0))
        {
            hintName = String(
                decoding: try name.content(tagged: DERReader.Tag.generalString), as: UTF8.self)
        }
        self.hintName = hintName
    }
}
