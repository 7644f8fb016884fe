@testable import Probing

/// The bytes that hexadecimal digits stand for; white space is passed over.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

/// An answer to a sign-in with that security blob.
func sessionSetupReply(blob: [UInt8]) -> [UInt8] {
    var message = Array(CapturedReply.challenge.message.prefix(64))
    message += [9, 0, 0, 0, 72, 0]
    message.append(littleEndian: UInt16(blob.count))
    return message + blob
}

/// The NTLM message in a captured answer, from its signature to the end.
func ntlmMessage(in reply: CapturedReply) -> [UInt8] {
    let message = reply.message
    let start = message.indices.first { message[$0...].starts(with: Array("NTLMSSP".utf8)) }
    return Array(message[(start ?? message.endIndex)...])
}

/// What reading a message came to: nothing when it could be read, else why not.
func failure(_ read: () throws(SMBReplyError) -> Void) -> SMBReplyError? {
    do {
        try read()
        return nil
    } catch {
        return error
    }
}
