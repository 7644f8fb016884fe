/// What stands in a text as base64 (RFC 4648 section 4 and 5), base32 (section 6), base85 between its marks (ISO 32000-1
/// section 7.4.3), as hexadecimal digits, as escapes of programs and pages, or with percent signs in a link (RFC 3986
/// section 2.1).
///
/// Most long tokens are names, hashes and keys: only what decodes to text, or begins as a file does, is decoded as a whole.
struct EncodedText: Sendable {
    /// What was decoded and not handed on yet.
    var content = EncodedContent()
    /// What is decoded now.
    private var run: EncodedLetters?
    /// Bytes of a dump whose next line may follow.
    var dump = DumpedBytes()
    /// Up to here, counted in the passage, tokens were looked at.
    var reached = 0
    /// Up to here, tokens were looked at for records.
    private var recordReached = 0

    /// A token that is shorter holds no account number.
    static let shortest = 24
    /// So many characters with blanks between them may be an account number.
    static let shortestSpaced = 15
    /// So many letters of base64 may stand for one.
    private static let shortestValue = 20
    /// Lines that go on are at least so long.
    private static let shortestLine = 40
    static let longestIndent = 64
    /// The beginning of the next part of a text ends within so many bytes.
    private static let farthestPart = 2 * longestIndent
    /// So many letters of a record are decoded.
    private static let longestRecord = 16 << 10
    private static let mostTexts = 8 << 20
    static let mostFiles = 32 << 20
    /// A longer text may be a document of any kind.
    private static let longestText = 4096

    private typealias Alphabet = EncodedLetters.Alphabet

    /// Forgets where the last passage was read.
    mutating func restart() {
        if run != nil { run = nil }
        if !dump.isEmpty { dump = DumpedBytes() }
        reached = 0
        recordReached = 0
    }

    /// Looks at a token that is long enough.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where the token begins in it.
    ///   - base: Where the window begins in the passage.
    ///   - isLast: Whether the window ends the passage.
    @inline(never)
    mutating func meet(_ text: Span<UInt8>, _ start: Int, base: Int, isLast: Bool) {
        guard base + start >= reached else { return }
        let prefix = Self.prefix(text, start)
        // Marks that belong to base64 may end what stands before it, as in the path of a link.
        var first = start
        while first > start - 128, Alphabet.base64.value(text.byte(first - 1)) != nil { first -= 1 }
        for place in prefix > 0 ? [start + prefix] : first < start ? [first, start] : [start] {
            guard let run = Self.begin(text, at: place) else { continue }
            self.run = run
            reached = base + place
            return goOn(text, base: base, isLast: isLast)
        }
        reached = base + start + 1
        meetRecord(text, first + prefix, base: base)
    }

    /// The width of what says that hexadecimal digits follow, as in programs and in PostgreSQL's strings of bytes.
    private static func prefix(_ text: Span<UInt8>, _ start: Int) -> Int {
        if text.holds("0x", at: start) || text.holds("0X", at: start) { return 2 }
        // Behind a comma, the zero has been taken for a part of a decimal number.
        let previous = text.byte(start - 1)
        let isMarked = previous == UInt8(ascii: "\\") || previous == UInt8(ascii: "0")
        return isMarked && text.byte(start) | 0x20 == UInt8(ascii: "x") ? 1 : 0
    }

    /// Looks at letters that stand for neither a text nor a file: they may be a record of a program with texts in it,
    /// a certificate, or a text in an old encoding.
    private mutating func meetRecord(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= recordReached else { return }
        let isHex = (start..<start + Self.shortest).allSatisfy { HexDigit.value(text.byte($0)) != nil }
        let alphabet: Alphabet = isHex ? .hex : .base64
        var hint = RecordTexts.Hint()
        var run = EncodedLetters(alphabet: alphabet)
        let end = Self.takeLines(text, from: start, alphabet) { hint.take($0, width: alphabet.width) }
        recordReached = base + end
        guard hint.hasNumber else { return }
        _ = Self.takeLines(text, from: start, alphabet) { run.take($0) }
        add(text: RecordTexts.texts(in: run.bytes))
    }

    /// Takes what letters stand for, over the ends of lines, as many as a record has.
    /// - Returns: The position behind the last one.
    private static func takeLines(
        _ text: Span<UInt8>, from start: Int, _ alphabet: Alphabet, _ take: (UInt8) -> Void
    ) -> Int {
        var position = start
        var line = start
        while position < start + longestRecord {
            if let value = alphabet.value(text.byte(position)) {
                take(value)
                position += 1
            } else if position - line >= shortestLine, let next = nextLine(text, from: position, alphabet) {
                (position, line) = (next, next)
            } else {
                break
            }
        }
        return position
    }

    /// Decodes on, in the next window of the passage.
    mutating func goOn(_ text: Span<UInt8>, base: Int, isLast: Bool) {
        guard var run else { return }
        self.run = nil
        var position = reached - base
        while true {
            while position < text.count, let value = run.alphabet.value(text[position]) {
                run.take(value)
                position += 1
            }
            guard run.line >= Self.shortestLine, let next = Self.nextLine(text, from: position, run.alphabet) else {
                break
            }
            run.line = 0
            position = next
        }
        reached = base + position
        // The next line has to be there before it is known whether it goes on.
        let mayGoOn = position + Self.farthestPart >= text.count && run.line >= Self.shortestLine
        guard isLast || !(position == text.count || mayGoOn) else {
            if run.bytes.count <= Self.mostFiles { self.run = run } else { content.isCut = true }
            return
        }
        run.end()
        add(run.bytes)
    }

    /// Ends the passage.
    mutating func end() {
        if var run {
            run.end()
            add(run.bytes)
            self.run = nil
        }
        if !dump.isEmpty { addDump() }
    }

    /// Looks at what stands between the marks of base85, from behind the first one on.
    mutating func meetBase85(_ text: Span<UInt8>, _ start: Int, base: Int, isLast: Bool) {
        var first = start
        while first < start + Self.longestIndent, DecodedBytes.isBlank(text.byte(first)) { first += 1 }
        guard base + first >= reached, Self.decodes(text, at: first, .base85) else { return }
        run = EncodedLetters(alphabet: .base85)
        reached = base + first
        goOn(text, base: base, isLast: isLast)
    }

    /// Looks at a whole value: where signs stand between its letters, no token of it may be long enough.
    mutating func meet(value: Span<UInt8>) {
        guard reached == 0, value.count >= Self.shortestValue else { return }
        var start = 0
        while start < value.count, DecodedBytes.isBlank(value[start]) { start += 1 }
        // Most values are words or dates, and have another byte among the first.
        for place in start..<start + Self.shortestValue where Alphabet.base64.value(value.byte(place)) == nil { return }
        guard Self.mayDecode(value, at: start, .base64) else { return }
        var run = EncodedLetters(alphabet: .base64)
        var position = start
        while position < value.count {
            if let letter = Alphabet.base64.value(value[position]) {
                run.take(letter)
            } else if !DecodedBytes.isBlank(value[position]), value[position] != UInt8(ascii: "=") {
                return
            }
            position += 1
        }
        meet(decoded: run.bytes)
    }

    /// Takes bytes that were written in another way, if they are a text or a file.
    mutating func meet(decoded bytes: [UInt8]) {
        if bytes.count >= Self.shortestSpaced, DecodedBytes.isText(bytes) || DecodedBytes.isFile(bytes) { add(bytes) }
    }

    /// Takes a document as it is, if there is room for it.
    mutating func meet(document: Span<UInt8>) -> Bool {
        let bytes = document.indices.map { document[$0] }
        let mayHold = content.fileBytes + bytes.count <= Self.mostFiles
        if mayHold { hold(bytes) } else { content.isCut = true }
        return mayHold
    }

    /// What was decoded, which is forgotten here.
    mutating func take() -> EncodedContent {
        guard !content.isEmpty else { return content }
        defer { content = EncodedContent() }
        return content
    }

    mutating func add(_ decoded: [UInt8]) {
        guard decoded.count > DecodedBytes.head / 2 else { return }
        let bytes = DecodedBytes.withoutMark(decoded)
        if DecodedBytes.isText(bytes), bytes.count <= Self.longestText, !DecodedBytes.isMarkup(bytes),
            !DecodedBytes.isFile(bytes), !DecodedBytes.isColoured(bytes)
        {
            return add(text: DecodedBytes.zeros(bytes) == nil ? bytes : bytes.filter { $0 != 0 })
        }
        guard content.fileBytes + bytes.count <= Self.mostFiles else { return content.isCut = true }
        if !DecodedBytes.isText(bytes), !DecodedBytes.isFile(bytes), BareDeflate.mayBegin(bytes) {
            return addPacked(bytes)
        }
        hold(bytes)
    }

    private mutating func hold(_ bytes: [UInt8]) {
        content.files.append(bytes)
        content.fileBytes += bytes.count
    }

    /// Adds what deflate may have packed, or a record of a program that only begins like it.
    private mutating func addPacked(_ bytes: [UInt8]) {
        content.packed.append(bytes)
        content.fileBytes += bytes.count
        var hint = RecordTexts.Hint()
        for byte in bytes { hint.take(byte, width: 8) }
        if hint.hasNumber { add(text: RecordTexts.texts(in: bytes)) }
    }

    mutating func add(text: [UInt8]) {
        guard content.texts.count + text.count <= Self.mostTexts else { return content.isCut = true }
        content.texts += text
        content.texts.append(0x0A)
    }

    /// What begins here, when it decodes to something.
    private static func begin(_ text: Span<UInt8>, at start: Int) -> EncodedLetters? {
        var isHex = true
        var isOneLetter = true
        for position in start..<start + shortest {
            if HexDigit.value(text.byte(position)) == nil { isHex = false }
            if text.byte(position) != text.byte(start) { isOneLetter = false }
        }
        guard !isOneLetter else { return nil }
        let alphabets: [Alphabet] = isHex ? [.hex] : [.base64, .base32]
        for alphabet in alphabets where mayDecode(text, at: start, alphabet) && decodes(text, at: start, alphabet) {
            return EncodedLetters(alphabet: alphabet)
        }
        return nil
    }

    /// Whether what begins here is the beginning of a text or of a file.
    private static func decodes(_ text: Span<UInt8>, at start: Int, _ alphabet: Alphabet) -> Bool {
        var run = EncodedLetters(alphabet: alphabet)
        var position = start
        while run.bytes.count < DecodedBytes.head, let value = alphabet.value(text.byte(position)) {
            run.take(value)
            position += 1
        }
        run.end()
        let bytes = DecodedBytes.withoutMark(run.bytes)
        return run.bytes.count > DecodedBytes.head / 2
            && (DecodedBytes.isText(bytes) || DecodedBytes.isFile(bytes)
                || alphabet == .base64 && BareDeflate.mayBegin(bytes))
    }

    /// Whether the first bytes may be those of a text or of a file; most tokens are told from both by them.
    private static func mayDecode(_ text: Span<UInt8>, at start: Int, _ alphabet: Alphabet) -> Bool {
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var bytes = InlineArray<8, UInt8>(repeating: 0)
        var count = 0
        var position = start
        while count < 8, let value = alphabet.value(text.byte(position)) {
            position += 1
            bits = bits << alphabet.width | UInt32(value)
            bitCount += alphabet.width
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            bytes[count] = UInt8(truncatingIfNeeded: bits >> bitCount)
            count += 1
        }
        // Files have other bytes among their first, and so has wide text.
        let start = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
        if bytes[0] == 0 || bytes[1] == 0 || start == 0xFFFE || start == 0xFEFF
            || DecodedBytes.fileStarts.contains(start)
        {
            return true
        }
        var plain = 0
        for index in 0..<count {
            if DecodedBytes.isPrintable(bytes[index]) { plain += 1 } else if bytes[index] < 0x80 { plain = -count }
        }
        if plain * 2 >= count { return true }
        guard alphabet == .base64, BareDeflate.mayBegin(with: bytes[0]) else { return false }
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[index]) << UInt64(8 * index) }
        return BareDeflate.mayBegin(word)
    }

    /// Where letters go on behind the end of a line, or of a part of a text that a program wrote in parts; nil when they do
    /// not.
    private static func nextLine(_ text: Span<UInt8>, from start: Int, _ alphabet: Alphabet) -> Int? {
        var position = start
        var breaks = 0
        while position < start + longestIndent, DecodedBytes.isBlank(text.byte(position)) {
            if text[position] == 0x0A { breaks += 1 }
            position += 1
        }
        if breaks == 1 { return alphabet.value(text.byte(position)) != nil ? position : nil }
        return position == start ? nextPart(text, from: start, alphabet) : nil
    }

    private static func nextPart(_ text: Span<UInt8>, from start: Int, _ alphabet: Alphabet) -> Int? {
        var position = start + EscapedText.widthOfLineEnd(text, start)
        if SeparatorGap.isQuote(text.byte(position)) {
            let width = Separator.widthBetweenQuotes(text, position)
            guard width > 0 else { return nil }
            // What stands in a list may also be something of its own.
            let isListed = (position..<position + width).contains { text.byte($0) == UInt8(ascii: ",") }
            position += width
            guard !isListed || !decodes(text, at: position, alphabet) else { return nil }
        }
        return position > start && alphabet.value(text.byte(position)) != nil ? position : nil
    }
}

/// What stood encoded once more in the text that a scanner read.
public struct EncodedContent: Sendable {
    /// Short texts, a line each, in UTF-8.
    public internal(set) var texts: [UInt8] = []
    /// Documents of whatever kind.
    public internal(set) var files: [[UInt8]] = []
    /// What may be deflate's without a frame.
    public internal(set) var packed: [[UInt8]] = []
    /// How many bytes they have.
    var fileBytes = 0
    /// Whether there was more than is held.
    public internal(set) var isCut = false

    /// Whether there is nothing.
    public var isEmpty: Bool { texts.isEmpty && files.isEmpty && packed.isEmpty && !isCut }
}
