internal import StorageModel

/// Private keys in armour: `-----BEGIN … PRIVATE KEY-----` and what follows.
///
/// Source: RFC 7468, RFC 4716 and RFC 9580 for the lines. A certificate or a public key is no secret, and the first line
/// alone is documentation.
struct PrivateKeyDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "private-key", tag: "secret", english: "private key", german: "privater Schlüssel")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] { ["begin"] }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        guard text.holds("-----BEGIN ", at: start - 5) else { return nil }
        var position = end + 1
        while position < end + 49, text.byte(position) != UInt8(ascii: "-"), text.byte(position) >= 0x20 {
            position += 1
        }
        let isPrivate =
            text.holds("PRIVATE KEY-----", at: position - 11)
            || text.holds("PRIVATE KEY BLOCK-----", at: position - 17)
        guard isPrivate else { return nil }
        position += 5
        // Keys stand in code and JSON, too, where their line breaks are written out.
        var letters = 0
        var variety: UInt128 = 0
        var last = position
        let limit = min(text.count, position + 400)
        while position < limit, letters < 160 {
            let byte = text[position]
            if text.holds("-----END", at: position) { break }
            if byte == UInt8(ascii: "\\"),
                text.byte(position + 1) == UInt8(ascii: "n") || text.byte(position + 1) == 0x72
            {
                position += 2
                continue
            }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") && letters > 0 {
                // Header fields of old keys: Proc-Type: 4,ENCRYPTED.
                while position < limit, text[position] != 0x0A { position += 1 }
                letters = 0
                continue
            }
            let isBase64 = byte.isLetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
            guard
                isBase64 || byte == UInt8(ascii: "=") || byte <= 0x20 || byte == UInt8(ascii: "\"")
                    || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "#")
            else { break }
            if isBase64 {
                letters += 1
                last = position + 1
                variety |= 1 << UInt128(byte & 127)
            }
            position += 1
        }
        // The shortest keys, on curves of 256 bits, have 64 characters in PKCS #8.
        guard letters >= 60, variety.nonzeroBitCount >= 16 else { return nil }
        return Match(start - 5, last, alone: .certain, inContext: .certain, mask: .all, consumes: true)
    }
}
