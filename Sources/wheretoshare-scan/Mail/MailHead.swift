/// The fields at the head of a message or of a part of one.
struct MailHead {
    private(set) var fields: [(name: String, value: String)] = []

    /// Takes the head off.
    static func split(_ bytes: ArraySlice<UInt8>) -> (MailHead, ArraySlice<UInt8>) {
        var head = MailHead()
        var line = bytes.startIndex
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let text = bytes[line..<end].last == 0x0D ? bytes[line..<end].dropLast() : bytes[line..<end]
            let next = min(end + 1, bytes.endIndex)
            if text.isEmpty { return (head, bytes[next...]) }
            if let first = text.first, first == 0x20 || first == 0x09, !head.fields.isEmpty {
                head.fields[head.fields.count - 1].value += " " + Self.plain(text).drop { $0 == " " || $0 == "\t" }
            } else if let colon = text.firstIndex(of: UInt8(ascii: ":")), colon - line < 80 {
                let name = String(decoding: text[line..<colon], as: UTF8.self).lowercased()
                let value = Self.plain(text[(colon + 1)...]).drop { $0 == " " || $0 == "\t" }
                head.fields.append((name, String(value)))
            } else if !text.starts(with: Array("From ".utf8)) {
                // No field: the body began without an empty line.
                return (head, bytes[line...])
            }
            line = next
        }
        return (head, bytes[bytes.endIndex...])
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: TextDecoder.decode(whole: Array(bytes)), as: UTF8.self)
    }

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The type of the content, in lower case.
    var type: String {
        guard let value = value("content-type") else { return "text/plain" }
        return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }

    /// Whether a field is for programs alone.
    static func isTechnical(_ name: String) -> Bool {
        ["dkim-signature", "arc-", "authentication-results", "content-type", "x-ms-"].contains { name.hasPrefix($0) }
    }

    /// What people see of the head, one field in each line.
    var readable: [UInt8] {
        var lines: [UInt8] = []
        for (name, value) in fields where !Self.isTechnical(name) {
            lines += Array("\(name): \(MailCoding.words(value))\n".utf8)
        }
        return lines
    }

    /// A parameter of a field, also where it was cut into pieces or written in another character set (RFC 2231).
    func parameter(_ name: String, of field: String) -> String? {
        guard let value = value(field) else { return nil }
        var pieces: [(name: String, value: String)] = []
        var rest = value[...].drop { $0 != ";" }
        while !rest.isEmpty {
            rest = rest.drop { $0 == ";" || $0 == " " || $0 == "\t" }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let text: Substring
            if rest.first == "\"" {
                text = rest.dropFirst().prefix { $0 != "\"" }
                rest = rest[text.endIndex...].dropFirst()
            } else {
                text = rest.prefix { $0 != ";" && $0 != " " }
                rest = rest[text.endIndex...]
            }
            pieces.append((key.lowercased().filter { $0 != " " }, String(text)))
        }
        if let whole = pieces.first(where: { $0.name == name }) { return MailCoding.words(whole.value) }
        // The pieces count, in whatever order they stand.
        func number(_ piece: String) -> Int { Int(piece.dropFirst(name.count + 1).prefix { $0.isNumber }) ?? 0 }
        let parts = pieces.filter { $0.name.hasPrefix("\(name)*") }.sorted { number($0.name) < number($1.name) }
        guard !parts.isEmpty else { return nil }
        let joined = parts.map(\.value).joined()
        let marks = joined.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard marks.count == 3 else { return joined }
        let bytes = MailCoding.unescape(Array(marks[2].utf8), sign: UInt8(ascii: "%"))
        return String(decoding: TextDecoder.decode(whole: bytes, label: String(marks[0])), as: UTF8.self)
    }
}
