internal import SensitiveContent

/// Reads JSON, one document or one per line, as records: each value stands under the keys that lead to it (RFC 8259).
///
/// It is not checked: whatever the text is, all its strings and numbers are read.
struct JSONText {
    private enum Level {
        case object(key: String)
        case array
    }

    private let desk: Desk
    private var levels: [Level] = []
    private var token: [UInt8] = []
    private var inString = false
    private var isEscaped = false
    private var inWord = false
    /// Whether a string in an object is the next key.
    private var awaitsKey = false
    /// The keys of the passage that is open; values of one array are read in one passage.
    private var open: String?

    /// So many of the innermost keys are the path.
    private static let longestPath = 5
    private static let constants = ["true", "false", "null"].map { Array($0.utf8) }
    private static let deepest = 512
    private static let longestToken = 256 << 10

    private init(desk: Desk) {
        self.desk = desk
    }

    static func read(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        var decoder = TextDecoder(head: stream.head)
        var text = JSONText(desk: desk)
        defer { desk.end() }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            text.read(decoder.decode(piece))
        }
        text.read(decoder.finish())
        if text.inString || text.inWord { text.value(text.decoded()) }
    }

    private mutating func read(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if inString, !isEscaped {
                // All up to the next quote or escape at once.
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                    index += 1
                }
                token += bytes[start..<index]
                guard index < bytes.count else { break }
            }
            take(bytes[index])
            index += 1
        }
        if token.count > Self.longestToken, inString, !awaitsKey {
            value(decoded())
            token.removeAll(keepingCapacity: true)
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09: true
        default: false
        }
    }

    private mutating func take(_ byte: UInt8) {
        if inString {
            if isEscaped {
                isEscaped = false
                token += [UInt8(ascii: "\\"), byte]
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                inString = false
                endString()
            } else {
                token.append(byte)
            }
            return
        }
        if inWord {
            if !Self.endsWord(byte) {
                token.append(byte)
                return
            }
            inWord = false
            if !Self.constants.contains(token) { value(token) }
        }
        switch byte {
        case UInt8(ascii: "\""):
            inString = true
            token.removeAll(keepingCapacity: true)
        case UInt8(ascii: "{"):
            enter(.object(key: ""))
            awaitsKey = true
        case UInt8(ascii: "["):
            enter(.array)
            awaitsKey = false
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            _ = levels.popLast()
            closePassage()
            awaitsKey = false
        case UInt8(ascii: ","):
            if case .object? = levels.last { awaitsKey = true }
        case UInt8(ascii: ":"): awaitsKey = false
        case 0x20, 0x09, 0x0A, 0x0D: break
        default:
            inWord = true
            token = [byte]
        }
    }

    private mutating func enter(_ level: Level) {
        closePassage()
        // Deeper levels are not told apart.
        if levels.count < Self.deepest { levels.append(level) }
    }

    private mutating func endString() {
        let text = decoded()
        if awaitsKey, case .object? = levels.last {
            levels[levels.count - 1] = .object(key: String(decoding: text.prefix(256), as: UTF8.self))
            awaitsKey = false
            closePassage()
        } else {
            value(text)
        }
    }

    private mutating func value(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if open == nil {
            var keys: [String] = []
            for level in levels.reversed() {
                guard case .object(let key) = level, !key.isEmpty else { continue }
                keys.append(key)
                if keys.count == Self.longestPath { break }
            }
            let path = keys.reversed().joined(separator: "/")
            open = path
            desk.begin(form: path.isEmpty ? .prose : .keyed(path: path))
        } else {
            desk.read([0x0A])
        }
        desk.read(bytes)
        if case .object? = levels.last { closePassage() }
    }

    private mutating func closePassage() {
        guard open != nil else { return }
        desk.end()
        open = nil
    }

    /// The token without its escapes.
    private func decoded() -> [UInt8] {
        guard token.contains(UInt8(ascii: "\\")) else { return token }
        var result: [UInt8] = []
        var index = 0
        func unit(_ at: Int) -> UInt32? {
            guard at + 5 < token.count, token[at] == UInt8(ascii: "\\"), token[at + 1] == UInt8(ascii: "u") else {
                return nil
            }
            return UInt32(String(decoding: token[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
        }
        while index < token.count {
            guard token[index] == UInt8(ascii: "\\"), index + 1 < token.count else {
                result.append(token[index])
                index += 1
                continue
            }
            if var scalar = unit(index) {
                index += 6
                if scalar & 0xFC00 == 0xD800, let low = unit(index), low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
                    index += 6
                }
                result.append(scalar: scalar)
                continue
            }
            switch token[index + 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
            case let other: result.append(other)
            }
            index += 2
        }
        return result
    }
}
