/// A negotiation in SMB 1, which finds out whether a server that hangs up on SMB 2 knows nothing newer
/// (MS-CIFS 2.2.4.52.1, MS-SMB2 3.2.4.2.1).
///
/// It offers SMB 2 as well, so that an answer in SMB 1 means that the server cannot do better; read the answer with
/// `NegotiateResponse`. Send it on a connection of its own, and only after an SMB 2 negotiation got no answer: servers
/// without SMB 1 may hang up on it, and those with SMB 2 would have to be asked again there with another message number.
public struct SMB1NegotiateRequest: Hashable, Sendable {
    /// Makes the request; it has no parts that vary.
    public init() {}

    /// The message with its frame (RFC 1002 section 4.3.1), ready to be sent.
    public var framedBytes: [UInt8] {
        var bytes = MessageHeader.smb1Mark
        bytes.append(0x72)  // SMB_COM_NEGOTIATE
        bytes.append(littleEndian: UInt32(0))  // status
        bytes.append(0x18)  // flags: paths in canonical form and in any case
        bytes.append(littleEndian: UInt16(0xC801))  // flags2: Unicode, NT status, extended security, long names
        bytes.append(contentsOf: repeatElement(0, count: 20))  // process, signature, tree, user and message
        bytes.append(0)  // no parameter words
        let dialects = ["NT LM 0.12", "SMB 2.002", "SMB 2.???"].flatMap { name -> [UInt8] in
            [2] + Array(name.utf8) + [0]
        }
        bytes.append(littleEndian: UInt16(dialects.count))
        return MessageFramer.framed(bytes + dialects) ?? []
    }
}
