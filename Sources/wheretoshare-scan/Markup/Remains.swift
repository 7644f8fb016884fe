internal import ScanWire
internal import SensitiveContent

/// What a document has besides the text that its readers know: formulas, names, variables, lists of choices.
///
/// Most of it says how the document looks; what could be a number of somebody's or an address is read.
struct Remains {
    private(set) var text: [UInt8] = []

    /// An account number in groups is longer, and so is an address of e-mail but for the shortest.
    private static let shortest = 12
    private static let leastDigits = 8
    /// Longer texts are files in letters.
    private static let longest = 4096
    private static let most = 8 << 20
    private static let piece = 1 << 20
    private var isCut = false

    /// Whether a value may be data.
    static func areData(_ value: some Collection<UInt8>) -> Bool {
        guard (shortest...longest).contains(value.count) else { return false }
        var digits = 0
        for byte in value {
            if byte == UInt8(ascii: "@") { return true }
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { digits += 1 }
        }
        return digits >= leastDigits
    }

    /// Adds a value that may be data.
    mutating func add(_ value: some Collection<UInt8>) {
        guard Self.areData(value) else { return }
        guard text.count < Self.most else { return isCut = true }
        text += value
        text.append(0x0A)
    }

    /// Adds each line of a text that may be data, a long one in pieces.
    mutating func add(linesOf text: [UInt8]) {
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
            var rest = line
            while rest.count > Self.longest {
                let piece = rest.prefix(Self.longest)
                // No number goes on behind such a sign.
                let end = piece.suffix(512).lastIndex { $0 < 0x80 && $0 != 0x20 && !$0.isOfWord }
                add(rest[..<(end ?? piece.endIndex)])
                rest = rest[(end ?? piece.endIndex)...]
            }
            add(rest)
        }
    }

    /// Adds what looks like text in bytes that no reader knows.
    mutating func add(textIn bytes: some Collection<UInt8>) {
        guard bytes.count >= Self.shortest else { return }
        add(linesOf: PrintableRuns.text(in: Array(bytes)))
    }

    /// Reads what looks like text in a stream that no reader knows.
    static func read(textIn stream: ByteStream, to desk: Desk) throws(Obstacle) {
        var remains = Remains()
        try PrintableRuns.eachText(of: stream) { text in
            remains.add(linesOf: text)
            if remains.text.count > piece { remains.hand(to: desk) }
        }
        remains.hand(to: desk)
    }

    /// Adds the values of an element.
    mutating func add(_ attributes: MarkupAttributes) {
        for value in attributes.remains { add(value.utf8) }
    }

    /// Reads all that was added as a passage of its own, and forgets it.
    mutating func hand(to desk: Desk, page: Int? = nil, sheet: String? = nil) {
        if isCut { desk.miss(.tooLarge, "formulas and names") }
        guard !text.isEmpty else { return }
        desk.begin(.hidden, page: page, sheet: sheet)
        desk.read(text)
        desk.end()
        text = []
    }
}

extension UInt8 {
    /// Whether it is a letter of ASCII or a digit.
    fileprivate var isOfWord: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF)
    }
}
