/// Writes messages of CMS (RFC 5652), as far as a reader of what was signed looks at them.
enum SignedFile {
    private static let standards: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]
    static let signed: [UInt8] = [7, 2]
    static let sealed: [UInt8] = [7, 3]
    static let compressed: [UInt8] = [9, 16, 1, 9]

    /// A message with a content, or without one.
    ///
    /// - Parameters:
    ///   - content: What was signed.
    ///   - type: The last numbers of its type.
    ///   - piece: How long the strings are that the content is cut into, all of which end at marks; nil for one string with
    ///     its length.
    /// - Returns: The message.
    static func of(_ content: [UInt8]?, type: [UInt8] = signed, cutInto piece: Int? = nil) -> [UInt8] {
        func item(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
            let body = parts.flatMap { $0 }
            if piece != nil, tag & 0x20 != 0 { return [tag, 0x80] + body + [0, 0] }
            return [tag] + length(body.count) + body
        }
        func name(_ numbers: [UInt8]) -> [UInt8] { item(0x06, standards, numbers) }
        var string: [UInt8] = []
        if let content {
            let size = max(1, piece ?? content.count)
            var pieces: [UInt8] = []
            for start in stride(from: 0, to: content.count, by: size) {
                pieces += item(0x04, Array(content[start..<min(content.count, start + size)]))
            }
            string = item(0xA0, piece == nil ? item(0x04, content) : item(0x24, pieces))
        }
        let method = item(0x30, name([5]))
        let methods = type == signed ? item(0x31, method) : method
        let signer = item(0x31, item(0x30, item(0x16, Array("anna.huber@gmx.at".utf8))))
        let message = item(0x30, item(0x02, [1]), methods, item(0x30, name([7, 1]), string), signer)
        return item(0x30, name(type), item(0xA0, message))
    }

    private static func length(_ count: Int) -> [UInt8] {
        count < 0x80 ? [UInt8(count)] : [0x83, UInt8(count >> 16), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
    }

    /// A part of a mail with a sentence, as it is signed.
    static let part = Array("Content-Type: text/plain\r\n\r\n\(Canary.sentence(1))\r\n".utf8)

    /// A mail that consists of a message.
    static func mail(_ message: [UInt8], type: String = "application/pkcs7-mime") -> String {
        "From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: \(type); name=\"smime.p7m\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + MailTests.base64(message)
    }
}
