/// What stands in a text as base64 (RFC 4648 section 4 and 5), base32 (section 6), base85 between its marks (ISO 32000-1
/// section 7.4.3), as hexadecimal digits, as escapes of programs and pages, or with percent signs in a link (RFC 3986
/// section 2.1).
///
/// Most long tokens are names, hashes and keys: only what decodes to text, or begins as a file does, is decoded as a whole.
struct EncodedText: Sendable {
    /// What was decoded and not handed on yet.
    private(set) var content = EncodedContent()
    /// What is decoded now.
    private var run: EncodedLetters?
    /// Bytes of a dump whose next line may follow.
    private var dump: [UInt8] = []
    /// Up to here, counted in the passage, tokens were looked at.
    private var reached = 0
    /// Up to here, tokens were looked at for records.
    private var recordReached = 0

    /// A token that is shorter holds no account number.
    static let shortest = 24
    /// So many characters with blanks between them may be an account number.
    private static let shortestSpaced = 15
    /// So many letters of base64 may stand for one.
    private static let shortestValue = 20
    /// So many pairs of digits are decoded at once, which is less than what a detector may look ahead.
    private static let mostPairs = 600
    /// So much of a list is.
    private static let longestList = 1900
    private static let sharedList = 600
    private static let head = 24
    /// Lines that go on are at least so long.
    private static let shortestLine = 40
    private static let longestIndent = 64
    /// So many letters of a record are decoded.
    private static let longestRecord = 16 << 10
    private static let leastDigits = 10
    private static let mostTexts = 8 << 20
    private static let mostFiles = 32 << 20
    /// A longer text may be a document of any kind.
    private static let longestText = 4096

    private typealias Alphabet = EncodedLetters.Alphabet

    /// Forgets where the last passage was read.
    mutating func restart() {
        if run != nil { run = nil }
        if !dump.isEmpty { dump = [] }
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
        return text.byte(start) == UInt8(ascii: "x") && text.byte(start - 1) == UInt8(ascii: "\\") ? 1 : 0
    }

    /// Looks at letters that stand for neither a text nor a file: they may be a record of a program with texts in it,
    /// a certificate, or a text in an old encoding.
    private mutating func meetRecord(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= recordReached else { return }
        let isHex = (start..<start + Self.shortest).allSatisfy { HexDigit.value(text.byte($0)) != nil }
        let alphabet: Alphabet = isHex ? .hex : .base64
        var hint = RecordHint()
        var run = EncodedLetters(alphabet: alphabet)
        let end = Self.takeLines(text, from: start, alphabet) { hint.take($0, width: alphabet.width) }
        recordReached = base + end
        guard hint.hasNumber else { return }
        _ = Self.takeLines(text, from: start, alphabet) { run.take($0) }
        add(text: Self.texts(ofRecord: run.bytes))
    }

    /// The texts among the bytes of a record, a line each; many formats write how long one is right before it.
    private static func texts(ofRecord bytes: [UInt8]) -> [UInt8] {
        var texts: [UInt8] = []
        var start = 0
        for (index, byte) in bytes.enumerated() {
            guard isPrintable(byte) || byte == 0xA0 else {
                texts.append(0x0A)
                start = index + 1
                continue
            }
            if index - start >= shortestSpaced, index - start == length(bytes, before: start) { texts.append(0x0A) }
            texts.append(byte == 0xA0 ? 0x20 : byte)
        }
        return texts
    }

    /// The number that the byte before a text is, or the four bytes.
    private static func length(_ bytes: [UInt8], before start: Int) -> Int {
        guard start > 0 else { return 0 }
        let isWide = start >= 4 && bytes[(start - 3)..<start].allSatisfy { $0 == 0 }
        return Int(bytes[isWide ? start - 4 : start - 1])
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

    /// Looks whether bytes that come in bits have a run of text with as many digits as an account number has.
    private struct RecordHint {
        private(set) var hasNumber = false
        private var bits: UInt32 = 0
        private var bitCount: UInt32 = 0
        private var letters = 0
        private var digits = 0

        mutating func take(_ value: UInt8, width: UInt32) {
            bits = bits << width | UInt32(value)
            bitCount += width
            guard bitCount >= 8, !hasNumber else { return }
            bitCount -= 8
            let byte = UInt8(truncatingIfNeeded: bits >> bitCount)
            guard EncodedText.isPrintable(byte) || byte == 0xA0 else {
                (letters, digits) = (0, 0)
                return
            }
            letters += 1
            if byte.isDigit { digits += 1 }
            hasNumber = letters >= EncodedText.shortestSpaced && digits >= EncodedText.leastDigits
        }
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
        let mayGoOn = position + Self.longestIndent >= text.count && run.line >= Self.shortestLine
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
        while first < start + Self.longestIndent, Self.isBlank(text.byte(first)) { first += 1 }
        guard base + first >= reached, Self.decodes(text, at: first, .base85) else { return }
        run = EncodedLetters(alphabet: .base85)
        reached = base + first
        goOn(text, base: base, isLast: isLast)
    }

    /// Looks at a whole value: where signs stand between its letters, no token of it may be long enough.
    mutating func meet(value: Span<UInt8>) {
        guard reached == 0, value.count >= Self.shortestValue else { return }
        var start = 0
        while start < value.count, Self.isBlank(value[start]) { start += 1 }
        // Most values are words or dates, and have another byte among the first.
        for place in start..<start + Self.shortestValue where Alphabet.base64.value(value.byte(place)) == nil { return }
        guard Self.mayDecode(value, at: start, .base64) else { return }
        var run = EncodedLetters(alphabet: .base64)
        var position = start
        while position < value.count {
            if let letter = Alphabet.base64.value(value[position]) {
                run.take(letter)
            } else if !Self.isBlank(value[position]), value[position] != UInt8(ascii: "=") {
                return
            }
            position += 1
        }
        meet(decoded: run.bytes)
    }

    /// Takes bytes that were written in another way, if they are a text or a file.
    mutating func meet(decoded bytes: [UInt8]) {
        if bytes.count >= Self.shortestSpaced, Self.isText(bytes) || Self.isFile(bytes) { add(bytes) }
    }

    /// Takes a document as it is, if there is room for it.
    mutating func meet(document: Span<UInt8>) -> Bool {
        let bytes = document.indices.map { document[$0] }
        let mayHold = content.fileBytes + bytes.count <= Self.mostFiles
        if mayHold { hold(bytes) } else { content.isCut = true }
        return mayHold
    }

    /// Looks at the digits that an escape may end with, or at the letter before them.
    @inline(never)
    mutating func meetEscape(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let escaped = EscapedText.decoded(text, fromToken: start) else { return }
        reached = base + escaped.end
        let bytes = Self.withoutMark(escaped.text)
        add(text: Self.zeros(bytes) == nil ? escaped.text : bytes.filter { $0 != 0 })
    }

    /// Looks at characters with a sign between all of them, as in the boxes of a form.
    mutating func meetSpaced(_ text: Span<UInt8>, _ start: Int, separator: UInt8, base: Int) {
        guard base + start >= reached else { return }
        var characters: [UInt8] = []
        var position = start
        while characters.count < Code.longest, text.byte(position).isLetterOrDigit,
            !text.byte(position + 1).isLetterOrDigit
        {
            characters.append(text[position])
            position += 1
            let end = position
            while position < end + 3, text.byte(position) == separator { position += 1 }
        }
        guard characters.count >= Self.shortestSpaced else { return }
        reached = base + position
        add(text: characters)
    }

    /// Looks at a country with its check digits that does not go on as an account number does in running text.
    @inline(never)
    mutating func meetBegun(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, at: start) else { return }
        reached = base + start + 1
        add(text: number)
    }

    /// Looks at a digit that stands alone: it may be the third character of an account number in boxes.
    @inline(never)
    mutating func meetBox(_ text: Span<UInt8>, _ place: Int, base: Int) {
        guard let start = RepeatedGaps.start(text, thirdAt: place), base + place >= reached,
            let number = RepeatedGaps.number(text, at: start)
        else { return }
        reached = base + place + 1
        add(text: number)
    }

    /// Looks at digits that may be all of an account number but its country and check digits.
    @inline(never)
    mutating func meetRest(_ text: Span<UInt8>, _ start: Int, _ end: Int, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, endingWith: start, end) else { return }
        reached = base + end
        add(text: number)
    }

    /// Looks at a country in the middle of a token.
    @inline(never)
    mutating func meetInside(_ text: Span<UInt8>, _ start: Int, token: Range<Int>, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, at: start, inside: token) else {
            return
        }
        reached = base + start + number.count
        add(text: number)
    }

    /// Looks at letters of another script that digits follow.
    @inline(never)
    mutating func meetLookAlikes(_ text: Span<UInt8>, _ start: Int, _ end: Int, base: Int) {
        guard base + start >= reached,
            let number = LaidOutAccount.number(text, atLookAlikes: start, upTo: end)
        else { return }
        reached = base + end
        add(text: number)
    }

    /// Looks at two hexadecimal digits that others may follow, with a blank or a colon between each two.
    mutating func meetPairs(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached else { return }
        let separator = text.byte(start + 2)
        var bytes: [UInt8] = []
        var position = start
        while bytes.count < Self.mostPairs, let high = HexDigit.value(text.byte(position)),
            let low = HexDigit.value(text.byte(position + 1)), !text.byte(position + 2).isLetterOrDigit
        {
            let byte = high << 4 | low
            // Figures of two digits are other bytes than those of texts.
            guard Self.isPrintable(byte) || byte >= 0x80 else { break }
            bytes.append(byte)
            position += text.byte(position + 2) == separator ? 3 : 2
        }
        guard bytes.count >= Self.shortestSpaced, Self.isText(bytes) else { return }
        reached = base + position
        add(text: bytes)
    }

    /// Looks at the number of a byte that others may follow, with a comma between each two, as programs list them.
    mutating func meetList(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached else { return }
        var bytes: [UInt8] = []
        var position = start
        // A longer list is decoded in parts, which share what is long enough for a number.
        var next = start
        while position < start + Self.longestList, let (byte, end) = Self.numberOfByte(text, at: position),
            Self.isPrintable(byte) || byte >= 0x80
        {
            bytes.append(byte)
            if position < start + Self.longestList - Self.sharedList { next = position }
            position = end
            let isDump = Self.isBlank(text.byte(end)) && text.byte(end - 3) == UInt8(ascii: "x")
            guard text.byte(end) == UInt8(ascii: ",") || isDump else { break }
            position += 1
            while position < end + Self.longestIndent, Self.isBlank(text.byte(position)) { position += 1 }
            if isDump, text.byte(position - 1) == 0x0A { position = Self.endOfAddress(text, position) }
        }
        reached = base + (position < start + Self.longestList ? position : max(next, start + 1))
        guard bytes.count >= Self.shortestSpaced, Self.isText(bytes) else { return }
        add(text: bytes)
    }

    /// The position behind the address that a debugger writes before each line of bytes, if one stands there.
    private static func endOfAddress(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < start + longestIndent, text.byte(end) > 0x09, text.byte(end) != UInt8(ascii: ":") { end += 1 }
        return text.holds("0x", at: start) && text.holds(":\t", at: end) ? end + 2 : start
    }

    /// The number of a byte, to the base of ten or with `0x` of sixteen, and where it ends.
    private static func numberOfByte(_ text: Span<UInt8>, at start: Int) -> (byte: UInt8, end: Int)? {
        if text.byte(start) == UInt8(ascii: "0"), text.byte(start + 1) | 0x20 == UInt8(ascii: "x") {
            guard let high = HexDigit.value(text.byte(start + 2)), let low = HexDigit.value(text.byte(start + 3)) else {
                return nil
            }
            return (high << 4 | low, start + 4)
        }
        var number = 0
        var end = start
        while end < start + 3, text.byte(end).isDigit {
            number = number * 10 + Int(text[end] - UInt8(ascii: "0"))
            end += 1
        }
        guard end > start, let byte = UInt8(exactly: number) else { return nil }
        return (byte, end)
    }

    /// Looks at eight digits that may be the offset of a dump's line.
    mutating func meetDump(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard text.byte(start + 9) == 0x20, base + start >= reached, let line = HexDump.line(text, at: start) else {
            return
        }
        // Its bytes are no text of their own.
        reached = base + start + HexDump.width(of: line)
        if text.holds("00000000", at: start) { addDump() }
        guard dump.count < Self.mostFiles else { return content.isCut = true }
        dump += line
    }

    /// Looks at six or seven digits that may be the offset of a line of another dump, or with `0x` and four digits that of a
    /// packet's.
    @inline(never)
    mutating func meetOtherDump(_ text: Span<UInt8>, _ start: Int, digits: Int, base: Int) {
        let isPacket = text.byte(start + 1) == UInt8(ascii: "x")
        guard isPacket == (text.byte(start + digits) == UInt8(ascii: ":")), base + start >= reached,
            let line = isPacket
                ? OctalDump.packetLine(text, at: start) : OctalDump.line(text, at: start, digits: digits)
        else { return }
        if line.isFirst { addDump() }
        guard line.follows(dump.count) else { return }
        reached = base + line.end
        guard dump.count < Self.mostFiles else { return content.isCut = true }
        dump += line.bytes
    }

    private mutating func addDump() {
        defer { dump = [] }
        guard dump.count >= Self.shortest / 2 else { return }
        if Self.isText(dump) || Self.isFile(dump) { return add(dump) }
        add(text: dump.map { Self.isPrintable($0) ? $0 : 0x0A })
    }

    /// Adds a link in which characters are written as percent signs and two digits.
    mutating func meetLink(_ link: Span<UInt8>) {
        guard link.indices.contains(where: { link[$0] == UInt8(ascii: "%") }), let once = Self.unescaped(link) else {
            return
        }
        // A link that is a part of another one is written so once more.
        add(text: Self.unescaped(once.span) ?? once)
    }

    /// A link without percent signs and two digits for its characters; nil when there are none.
    private static func unescaped(_ link: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var position = 0
        var hasEscapes = false
        while position < link.count {
            if link[position] == UInt8(ascii: "%"), let high = HexDigit.value(link.byte(position + 1)),
                let low = HexDigit.value(link.byte(position + 2))
            {
                hasEscapes = true
                bytes.append(high << 4 | low)
                position += 3
            } else {
                // What separates the parts of a query separates words.
                let byte = link[position]
                bytes.append(byte == UInt8(ascii: "+") || byte == UInt8(ascii: "&") ? 0x20 : byte)
                position += 1
            }
        }
        return hasEscapes ? bytes : nil
    }

    /// What was decoded, which is forgotten here.
    mutating func take() -> EncodedContent {
        guard !content.isEmpty else { return content }
        defer { content = EncodedContent() }
        return content
    }

    private mutating func add(_ decoded: [UInt8]) {
        guard decoded.count > Self.head / 2 else { return }
        let bytes = Self.withoutMark(decoded)
        if Self.isText(bytes), bytes.count <= Self.longestText, !Self.isMarkup(bytes), !Self.isFile(bytes) {
            return add(text: Self.zeros(bytes) == nil ? bytes : bytes.filter { $0 != 0 })
        }
        guard content.fileBytes + bytes.count <= Self.mostFiles else { return content.isCut = true }
        if !Self.isText(bytes), !Self.isFile(bytes), BareDeflate.mayBegin(bytes) { return addPacked(bytes) }
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
        var hint = RecordHint()
        for byte in bytes { hint.take(byte, width: 8) }
        if hint.hasNumber { add(text: Self.texts(ofRecord: bytes)) }
    }

    private mutating func add(text: [UInt8]) {
        guard content.texts.count + text.count <= Self.mostTexts else { return content.isCut = true }
        content.texts += text
        content.texts.append(0x0A)
    }

    /// What begins here, when it decodes to something.
    private static func begin(_ text: Span<UInt8>, at start: Int) -> EncodedLetters? {
        var isHex = true
        for position in start..<start + shortest where HexDigit.value(text.byte(position)) == nil { isHex = false }
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
        while run.bytes.count < head, let value = alphabet.value(text.byte(position)) {
            run.take(value)
            position += 1
        }
        run.end()
        let bytes = withoutMark(run.bytes)
        return run.bytes.count > head / 2
            && (isText(bytes) || isFile(bytes) || alphabet == .base64 && BareDeflate.mayBegin(bytes))
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
        if bytes[0] == 0 || bytes[1] == 0 || start == 0xFFFE || start == 0xFEFF || fileStarts.contains(start) {
            return true
        }
        var plain = 0
        for index in 0..<count {
            if isPrintable(bytes[index]) { plain += 1 } else if bytes[index] < 0x80 { plain = -count }
        }
        if plain * 2 >= count { return true }
        guard alphabet == .base64, BareDeflate.mayBegin(with: bytes[0]) else { return false }
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[index]) << UInt64(8 * index) }
        return BareDeflate.mayBegin(word)
    }

    /// Where letters go on behind the end of a line; nil when they do not.
    private static func nextLine(_ text: Span<UInt8>, from start: Int, _ alphabet: Alphabet) -> Int? {
        var position = start
        var breaks = 0
        while position < start + longestIndent, isBlank(text.byte(position)) {
            if text[position] == 0x0A { breaks += 1 }
            position += 1
        }
        return breaks == 1 && alphabet.value(text.byte(position)) != nil ? position : nil
    }

    /// Text in UTF-16 without the mark that may stand before it.
    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? Array(bytes.dropFirst(2)) : bytes
    }

    /// Which of each two bytes of western text in UTF-16 is 0, the first or the second; nil when it is something else.
    private static func zeros(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 8 else { return nil }
        return (0...1).first { zero in (0..<4).allSatisfy { bytes[2 * $0 + zero] == 0 && bytes[2 * $0 + 1 - zero] != 0 }
        }
    }

    /// Whether bytes begin with text of any language that is written in UTF-8, or with western text in UTF-16.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(head)
        if let zero = zeros(bytes) {
            return start.indices.allSatisfy { $0 % 2 == zero ? start[$0] == 0 : isPrintable(start[$0]) }
        }
        var plain = 0
        for byte in start {
            if isPrintable(byte) { plain += 1 } else if byte < 0x80 { return false }
        }
        guard plain < start.count else { return true }
        // A character may be cut at the end.
        let isValid = (0...min(3, start.count)).contains {
            String(validating: start.dropLast($0), as: UTF8.self) != nil
        }
        return plain * 3 >= start.count * 2 && isValid
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) || isBlank(byte)
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "<".utf8) || bytes.starts(with: "{\\rtf".utf8)
    }

    private static func isFile(_ bytes: [UInt8]) -> Bool {
        fileMarks.contains { bytes.starts(with: $0) } || isDeflated(bytes)
    }

    /// Whether bytes begin as zlib's do, with a first block that there may be (RFC 1950 section 2.2, RFC 1951 section
    /// 3.2.3).
    private static func isDeflated(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8, bytes[0] == 0x78, deflateLevels.contains(bytes[1]) else { return false }
        switch bytes[2] >> 1 & 3 {
        case 0: return bytes[3] ^ bytes[5] == 0xFF && bytes[4] ^ bytes[6] == 0xFF
        case 2: return bytes[2] >> 3 < 30 && bytes[3] & 31 < 30
        case 1: return true
        default: return false
        }
    }

    /// What stands behind the first byte of zlib's for each way to compress.
    private static let deflateLevels: [UInt8] = [0x01, 0x5E, 0x9C, 0xDA]
    /// The first two bytes of files.
    private static let fileStarts =
        fileMarks.map { UInt16($0[0]) << 8 | UInt16($0[1]) } + deflateLevels.map { 0x7800 | UInt16($0) }
    /// How archives, office documents and pictures begin.
    private static let fileMarks: [[UInt8]] = [
        Array("PK\u{3}\u{4}".utf8), Array("%PDF-".utf8), Array("GIF8".utf8), Array("bplist00".utf8),
        Array("BZh".utf8), Array("Rar!".utf8),
        Array("RIFF".utf8), [0x1F, 0x8B, 8], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0xD0, 0xCF, 0x11, 0xE0],
        [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD], [0x04, 0x22, 0x4D, 0x18],
        [0x37, 0x7A, 0xBC, 0xAF], [0x49, 0x49, 0x2A, 0],
        [0x4D, 0x4D, 0, 0x2A],
    ]
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
