internal import SensitiveContent

/// Reads JSON, one document or one per line, as records: each value stands under the keys that lead to it (RFC 8259).
///
/// It is not checked: whatever the text is, all its strings and numbers are read.
struct JSONText {
    private let desk: Desk
    private var keys = KeyPaths()
    private var hasEscapes = false
    private var token: [UInt8] = []
    private var inString = false
    private var isEscaped = false
    private var inWord = false
    /// Whether a string in an object is the next key.
    private var awaitsKey = false
    /// Whether a passage is open; values of one array are read in one.
    private var isOpen = false

    private static let constants = ["true", "false", "null"].map { Array($0.utf8) }
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
                hasEscapes = true
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
            if !isConstant { value(token) }
        }
        switch byte {
        case UInt8(ascii: "\""):
            inString = true
            hasEscapes = false
            token.removeAll(keepingCapacity: true)
        case UInt8(ascii: "{"):
            enter(isObject: true)
        case UInt8(ascii: "["):
            enter(isObject: false)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            keys.leave()
            closePassage()
            awaitsKey = false
        case UInt8(ascii: ","):
            if keys.isInObject { awaitsKey = true }
        case UInt8(ascii: ":"): awaitsKey = false
        case 0x20, 0x09, 0x0A, 0x0D: break
        default:
            inWord = true
            hasEscapes = false
            token.removeAll(keepingCapacity: true)
            token.append(byte)
        }
    }

    private var isConstant: Bool {
        switch token.first {
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): Self.constants.contains(token)
        default: false
        }
    }

    private mutating func enter(isObject: Bool) {
        closePassage()
        keys.enter(isObject: isObject)
        awaitsKey = isObject
    }

    private mutating func endString() {
        if awaitsKey, keys.isInObject {
            keys.set(hasEscapes ? decoded() : token)
            awaitsKey = false
            closePassage()
        } else {
            value(hasEscapes ? decoded() : token)
        }
    }

    private mutating func value(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if isOpen {
            desk.read([0x0A])
        } else {
            isOpen = true
            desk.begin(form: keys.form)
        }
        desk.read(bytes)
        if keys.isInObject { closePassage() }
    }

    private mutating func closePassage() {
        guard isOpen else { return }
        desk.end()
        isOpen = false
    }

    /// The token without its escapes.
    private func decoded() -> [UInt8] {
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
