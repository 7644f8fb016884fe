/// The first message of a sign-in with NTLM, which names no user (MS-SMB2 2.2.5, MS-NLMP 2.2.1.1, RFC 4178 section
/// 4.2.1).
///
/// The server answers with its names, clock and version, see `Challenge`, and closes nothing and counts nothing: no
/// sign-in has failed when the connection ends after it.
public struct SessionSetupRequest: Hashable, Sendable {
    /// Makes the request; it has no parts that vary.
    public init() {}

    /// The message with its frame (RFC 1002 section 4.3.1, MS-SMB2 2.1), ready to be sent.
    public var framedBytes: [UInt8] {
        let token = Self.token
        var bytes = MessageHeader.request(.sessionSetup)
        bytes.append(littleEndian: UInt16(25))
        bytes.append(0)  // flags: no second channel of a session
        bytes.append(UInt8(SecurityMode.signingEnabled.rawValue))
        bytes.append(littleEndian: UInt32(0))  // capabilities
        bytes.append(littleEndian: UInt32(0))  // channel, reserved
        bytes.append(littleEndian: UInt16(MessageHeader.length + 24))
        bytes.append(littleEndian: UInt16(token.count))
        bytes.append(littleEndian: UInt64(0))  // no earlier session
        return MessageFramer.framed(bytes + token) ?? []
    }

    /// The NTLM message in a first token of SPNEGO that offers NTLM alone.
    private static var token: [UInt8] {
        typealias Tag = DERReader.Tag
        let mechanisms = DERReader.value(
            Tag.sequence, DERReader.value(Tag.objectIdentifier, SecurityMechanism.ntlmssp.bytes))
        let fields =
            DERReader.value(Tag.field(0), mechanisms)
            + DERReader.value(Tag.field(2), DERReader.value(Tag.octetString, NTLMMessage.negotiate))
        let choice = DERReader.value(Tag.field(0), DERReader.value(Tag.sequence, fields))
        return DERReader.value(
            Tag.application0,
            DERReader.value(Tag.objectIdentifier, SecurityMechanism.spnego.bytes) + choice)
    }
}
