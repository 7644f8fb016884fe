internal import SensitiveContent

/// Reads JSON, one document or one per line, as records: each value stands under the keys that lead to it (RFC 8259).
///
/// It is not checked: whatever the text is, all its strings and numbers are read.
struct JSONText {
    private var keys: KeyPaths
    /// What was read of a string or word that began in an earlier piece.
    private var token: [UInt8] = []
    private var hasEscapes = false
    private var inString = false
    /// What ends it; what is not strict has strings between single quotes, too.
    private var quote = UInt8(ascii: "\"")
    private var isEscaped = false
    private var inWord = false
    /// Whether the word is a remark, as some programs write them, which ends with its line.
    private var isRemark = false
    /// Whether a string in an object is the next key.
    private var awaitsKey = false
    /// The values of one array, which are one passage.
    private var values: [UInt8] = []
    /// The same values as bytes; nil when one of them is none.
    private var listed: [UInt8]? = []
    /// Whether the key is the place of a byte in a list that is written as an object.
    private var isIndex = false
    /// Account numbers in parts that are values of their own.
    private var parts = AccountParts()
    private var fields = AccountFields()
    /// Whether the next value is the rest of one that was begun.
    private var goesOn = false
    /// Whether a passage is open; values of an array that is not short are read as they come.
    private var isOpen = false
    private var textBytes = 0

    private static let constants = ["true", "false", "null"].map { Array($0.utf8) }
    private static let longestToken = 256 << 10
    /// Values of one array that are longer together are read as they come.
    private static let longestValues = 16 << 10
    /// A value that may be a document of its own is held up to this length.
    private static let longestDocument = 32 << 20
    /// More bytes than are decoded, so that it is said that there are more.
    private static let longestList = 33 << 20

    /// Begins to read what stands in a document, in UTF-8.
    init(in document: Passage.Place) {
        keys = KeyPaths(in: document)
    }

    /// Reads the next bytes.
    mutating func read(_ bytes: [UInt8], to desk: Desk) { desk.scan { read(bytes.span, &$0) } }

    /// Reads what was begun and not ended.
    mutating func finish(to desk: Desk) { desk.scan { finish(&$0) } }

    static func read(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        var decoder = TextDecoder(head: stream.head)
        var text = JSONText(in: desk.place())
        defer { desk.scan { text.end(&$0) } }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            let bytes = decoder.decode(piece)
            desk.scan { text.read(bytes.span, &$0) }
        }
        let bytes = decoder.finish()
        desk.scan { text.read(bytes.span, &$0) }
        desk.scan { text.finish(&$0) }
    }

    /// Reads the next piece.
    /// - Returns: How many bytes were values.
    private mutating func read(_ bytes: Span<UInt8>, _ scanner: inout ContentScanner) -> Int {
        textBytes = 0
        if !isOpen { scanner.beginRecords(at: keys.document) }
        var index = 0
        while index < bytes.count {
            if inString {
                index = readString(bytes, from: index, &scanner)
            } else if inWord {
                index = readWord(bytes, from: index, &scanner)
            } else if take(bytes[index], &scanner) {
                index += 1
            }
        }
        if token.count > Self.longestToken, inString || inWord { handOn(&scanner) }
        return textBytes
    }

    /// Hands on what is there of a long string or word, whose passage stays open; of a long key only the beginning counts.
    private mutating func handOn(_ scanner: inout ContentScanner) {
        let mayBeDocument = inString && !goesOn && token.count <= Self.longestDocument
        if mayBeDocument, ValueDocument.mayBegin(token.span) { return }
        guard !awaitsKey || !keys.isInObject else { return token.removeLast(token.count - Self.longestToken) }
        let (part, used) = decoded(isWhole: false)
        append(part.span)
        spill(&scanner)
        token.removeFirst(used)
        goesOn = true
    }

    /// Reads what was begun and not ended.
    private mutating func finish(_ scanner: inout ContentScanner) -> Int {
        textBytes = 0
        if inString || inWord { value(decoded().span, &scanner) }
        return textBytes + end(&scanner)
    }

    private mutating func end(_ scanner: inout ContentScanner) -> Int {
        textBytes = 0
        closePassage(&scanner)
        return textBytes
    }

    /// Reads a string up to its quote.
    /// - Returns: The position after it, or the end of the piece.
    private mutating func readString(_ bytes: Span<UInt8>, from start: Int, _ scanner: inout ContentScanner) -> Int {
        var index = isEscaped ? start : bytes.place(ofEither: quote, UInt8(ascii: "\\"), from: start)
        while index < bytes.count {
            let byte = bytes[index]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
                hasEscapes = true
            } else if byte == quote {
                break
            }
            index += 1
        }
        let part = bytes.extracting(start..<index)
        guard index < bytes.count else {
            token.append(part)
            return index
        }
        inString = false
        if token.isEmpty, !hasEscapes {
            endString(part, &scanner)
        } else {
            token.append(part)
            endEscapedString(&scanner)
        }
        return index + 1
    }

    /// Ends a string with escapes, or a long one; it may be a document of its own.
    @inline(never)
    private mutating func endEscapedString(_ scanner: inout ContentScanner) {
        let bytes = decoded()
        token.removeAll(keepingCapacity: true)
        let isValue = !goesOn && !(awaitsKey && keys.isInObject)
        if isValue, hasEscapes, ValueDocument.isOne(bytes.span), scanner.take(document: bytes.span) { return }
        endString(bytes.span, &scanner)
    }

    @inline(__always)
    private mutating func endString(_ bytes: Span<UInt8>, _ scanner: inout ContentScanner) {
        guard awaitsKey, keys.isInObject else { return value(bytes, &scanner) }
        isIndex = !bytes.isEmpty && bytes[0] <= UInt8(ascii: "9") && isNextIndex(bytes)
        if !isIndex { closePassage(&scanner) }
        keys.set(bytes, for: &scanner)
        awaitsKey = false
    }

    /// Reads a number, or another word, up to what ends it.
    /// - Returns: The position after it, or the end of the piece.
    private mutating func readWord(_ bytes: Span<UInt8>, from start: Int, _ scanner: inout ContentScanner) -> Int {
        var index = start
        if isRemark {
            index = bytes.place(of: 0x0A, from: start) ?? bytes.count
        } else {
            while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        }
        let part = bytes.extracting(start..<index)
        guard index < bytes.count else {
            token.append(part)
            return index
        }
        inWord = false
        if token.isEmpty {
            endWord(part, &scanner)
        } else {
            token.append(part)
            let word = token
            endWord(word.span, &scanner)
            token.removeAll(keepingCapacity: true)
        }
        isRemark = false
        return index
    }

    /// Ends a word, which is a key where a string would be one.
    private mutating func endWord(_ word: Span<UInt8>, _ scanner: inout ContentScanner) {
        if awaitsKey, keys.isInObject, !isRemark { return endString(word, &scanner) }
        if !isConstant(word) { value(word, &scanner) }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09: true
        default: false
        }
    }

    /// Takes a byte between strings and words.
    /// - Returns: Whether it is not the first of a word.
    private mutating func take(_ byte: UInt8, _ scanner: inout ContentScanner) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            inString = true
            quote = byte
            hasEscapes = false
        case UInt8(ascii: "{"): enter(isObject: true, &scanner)
        case UInt8(ascii: "["): enter(isObject: false, &scanner)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            closePassage(&scanner)
            keys.leave()
            awaitsKey = false
        case UInt8(ascii: ","):
            if keys.isInObject { awaitsKey = true }
        case UInt8(ascii: ":"): awaitsKey = false
        case 0x20, 0x09, 0x0A, 0x0D: break
        default:
            inWord = true
            isRemark = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*")
            return false
        }
        return true
    }

    private func isConstant(_ word: Span<UInt8>) -> Bool {
        guard word.count == 4 || word.count == 5 else { return false }
        return Self.constants.contains { $0.span.isEqual(to: word) }
    }

    private mutating func enter(isObject: Bool, _ scanner: inout ContentScanner) {
        closePassage(&scanner)
        keys.enter(isObject: isObject)
        awaitsKey = isObject
    }

    private mutating func value(_ bytes: Span<UInt8>, _ scanner: inout ContentScanner) {
        if let plain = TaggedText.plain(bytes) { plainValue(plain.span, &scanner) } else { plainValue(bytes, &scanner) }
    }

    private mutating func plainValue(_ bytes: Span<UInt8>, _ scanner: inout ContentScanner) {
        if keys.isInObject, values.isEmpty, !isOpen {
            textBytes += bytes.count
            keys.read(bytes, to: &scanner)
            if let number = take(bytes, mayEnd: true) { keys.read(number.span, to: &scanner) }
            if let number = fields.take(bytes) { keys.read(account: number, to: &scanner) }
            if isIndex { list(bytes) }
            return
        }
        // A text of several looks may go on behind an object that holds a part of it.
        let mayEnd = values.isEmpty && !isOpen && keys.label.isRun
        if let number = take(bytes, mayEnd: mayEnd) { keys.read(number.span, to: &scanner) }
        append(bytes)
        list(bytes)
        if values.count > Self.longestValues { spill(&scanner) }
        if keys.isInObject { closePassage(&scanner) }
    }

    /// Takes a value that may be a part of an account number; those of one array are joined in its passage.
    private mutating func take(_ value: Span<UInt8>, mayEnd: Bool) -> [UInt8]? {
        let (label, isRun) = keys.label
        return parts.take(value, under: label, isRun: isRun, mayEnd: mayEnd)
    }

    /// Whether a key is the number of the next byte in a list, as programs of JavaScript write an array of bytes.
    @inline(never)
    private func isNextIndex(_ key: Span<UInt8>) -> Bool {
        guard key.count <= 8 else { return false }
        var number = 0
        for index in key.indices {
            guard (0x30...0x39).contains(key[index]) else { return false }
            number = number * 10 + Int(key[index] - 0x30)
        }
        return number == listed?.count
    }

    /// Adds a value to the bytes that an array lists, if it is the number of one.
    private mutating func list(_ value: Span<UInt8>) {
        guard let count = listed?.count, count < Self.longestList else { return }
        var number = 0
        for index in value.indices {
            guard number <= 0xFF, (0x30...0x39).contains(value[index]) else { return listed = nil }
            number = number * 10 + Int(value[index] - 0x30)
        }
        if let byte = UInt8(exactly: number), !value.isEmpty { listed?.append(byte) } else { listed = nil }
    }

    /// Adds a value to those of the passage, or the rest of one.
    private mutating func append(_ bytes: Span<UInt8>) {
        defer { goesOn = false }
        guard !bytes.isEmpty else { return }
        // Lines of a notebook have their ends.
        if !goesOn, values.isEmpty ? isOpen : values.last != 0x0A {
            values.append(0x0A)
            textBytes += 1
        }
        values.append(bytes)
        textBytes += bytes.count
    }

    /// Hands on the values of a long array.
    private mutating func spill(_ scanner: inout ContentScanner) {
        if !isOpen { scanner.begin(keys.passage) }
        isOpen = true
        scanner.read(values.span)
        values.removeAll(keepingCapacity: true)
    }

    private mutating func closePassage(_ scanner: inout ContentScanner) {
        if isOpen {
            scanner.read(values.span)
            scanner.end()
            isOpen = false
        } else if !values.isEmpty {
            keys.read(values.span, to: &scanner)
        }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if let listed, !listed.isEmpty { scanner.take(decoded: listed) }
        if listed?.isEmpty != true { listed = [] }
    }

    /// The token without its escapes.
    private func decoded() -> [UInt8] { decoded(isWhole: true).text }

    /// The token without its escapes, and how many of its bytes that took: all, unless more of it is to come.
    private func decoded(isWhole: Bool) -> (text: [UInt8], used: Int) {
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
                if !isWhole, token[index] == UInt8(ascii: "\\") { break }
                result.append(token[index])
                index += 1
                continue
            }
            // An escape that is cut, or half of a pair of them, waits for the rest.
            if !isWhole, index + 12 > token.count, token[index + 1] == UInt8(ascii: "u") { break }
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
            // The two that end a line of a message are one.
            case UInt8(ascii: "r")
            where index + 3 < token.count && token[index + 2] == UInt8(ascii: "\\")
                && token[index + 3] == UInt8(ascii: "n"):
                break
            case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
            // A line that goes on (JSON5 section 5.2).
            case 0x0A, 0x0D: break
            case let other: result.append(other)
            }
            index += 2
        }
        return (result, index)
    }
}
