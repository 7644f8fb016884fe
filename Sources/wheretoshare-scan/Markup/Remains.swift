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
